#include "db/database.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "db/postgres.h"
#include "db/sqlite.h"

namespace prima::db {

namespace {

using Clock = std::chrono::steady_clock;

// Keeps a broken server from being called by everybody at once.
class Backoff {
 public:
  void check() const {
    if (Clock::now() < not_before_) throw Error(Trouble::unavailable, "database: waiting before the next attempt");
  }
  void failed() {
    wait_ = std::min(wait_ * 2, longest);
    not_before_ = Clock::now() + wait_;
  }
  void succeeded() { wait_ = shortest; }

 private:
  static constexpr std::chrono::milliseconds shortest{50};
  static constexpr std::chrono::milliseconds longest{5'000};
  std::chrono::milliseconds wait_ = shortest;
  Clock::time_point not_before_{};
};

// One change that waits for its turn, owned by the thread that waits for it.
struct Job {
  std::function<void(Transaction&)> change;
  std::exception_ptr error = nullptr;
  bool done = false;
};

bool is_transient(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const Error& trouble) {
    return trouble.trouble() == Trouble::busy;
  } catch (...) {
    return false;
  }
}

}  // namespace

std::string Place::shown() const { return folder.empty() ? shown_postgres_url(postgres_url) : folder; }

std::unique_ptr<Connection> connect(const Place& place, Purpose purpose) {
  PRIMA_ASSERT(place.folder.empty() != place.postgres_url.empty());
  return place.folder.empty() ? open_postgres(place.postgres_url, purpose)
                              : open_sqlite(place.folder + "/prima.sqlite", purpose);
}

Snapshot::Snapshot(std::unique_ptr<Connection> connection, GiveBack give_back)
    : connection_(std::move(connection)), give_back_(std::move(give_back)) {}

Snapshot::~Snapshot() {
  if (!connection_) return;
  connection_->rollback();
  give_back_(std::move(connection_));
}

struct Database::Parts {
  Parts(Place place_, DatabaseOptions options_) : place(std::move(place_)), options(options_) {
    PRIMA_ASSERT(options.most_readers > 0 && options.largest_batch > 0);
    writer = std::thread([this] { run_writer(); });
  }

  ~Parts() {
    {
      const std::lock_guard lock(jobs_mutex);
      stopping = true;
    }
    jobs_arrived.notify_all();
    writer.join();
  }

  // --- readers

  struct Taken {
    std::unique_ptr<Connection> connection;
    bool idle;  // was used before, and may have been lost since
  };

  Taken take_reader() {
    std::unique_lock lock(readers_mutex);
    reader_free.wait(lock, [this] { return !idle_readers.empty() || readers < options.most_readers; });
    if (!idle_readers.empty()) {
      auto connection = std::move(idle_readers.back());
      idle_readers.pop_back();
      return {std::move(connection), true};
    }
    readers_backoff.check();
    ++readers;
    lock.unlock();
    try {
      auto connection = connect(place, Purpose::read);
      lock.lock();
      readers_backoff.succeeded();
      return {std::move(connection), false};
    } catch (...) {
      lock.lock();
      --readers;
      readers_backoff.failed();
      reader_free.notify_one();
      throw;
    }
  }

  // A connection with its transaction begun. One that was lost while nobody used it is replaced without a word.
  std::unique_ptr<Connection> begin_reading() {
    for (;;) {
      Taken taken = take_reader();
      try {
        taken.connection->begin();
        return std::move(taken.connection);
      } catch (...) {
        const bool again = taken.idle && taken.connection->lost();
        give_back(std::move(taken.connection));
        if (!again) throw;
      }
    }
  }

  void give_back(std::unique_ptr<Connection> connection) {
    {
      const std::lock_guard lock(readers_mutex);
      if (connection->lost()) {
        --readers;
        // What was lost for one is lost for all: the idle ones are connected anew when they are needed.
        readers -= idle_readers.size();
        idle_readers.clear();
      } else {
        idle_readers.push_back(std::move(connection));
      }
    }
    reader_free.notify_one();
  }

  // --- the writer

  void submit(Job& job) {
    std::unique_lock lock(jobs_mutex);
    jobs.push_back(&job);
    jobs_arrived.notify_one();
    jobs_done.wait(lock, [&] { return job.done; });
  }

  void run_writer() {
    std::vector<Job*> batch;
    while (take_batch(batch)) {
      run_batch(batch);
      {
        const std::lock_guard lock(jobs_mutex);
        for (Job* job : batch) job->done = true;
      }
      jobs_done.notify_all();
    }
  }

  // Everything that waits; false when there is nothing and never will be.
  bool take_batch(std::vector<Job*>& batch) {
    batch.clear();
    std::unique_lock lock(jobs_mutex);
    jobs_arrived.wait(lock, [this] { return stopping || !jobs.empty(); });
    while (!jobs.empty() && batch.size() < options.largest_batch) {
      batch.push_back(jobs.front());
      jobs.pop_front();
    }
    return !batch.empty();
  }

  // One transaction for all; when that fails, one for each, so that nobody fails because of somebody else.
  void run_batch(const std::vector<Job*>& batch) {
    const std::exception_ptr error = run_together(batch);
    if (!error) return;
    for (Job* job : batch) {
      job->error = batch.size() == 1 ? error : run_together({job});
      for (int again = 0; again < 3 && job->error && is_transient(job->error); ++again)
        job->error = run_together({job});
    }
  }

  std::exception_ptr run_together(const std::vector<Job*>& batch) {
    bool committing = false;
    const bool used_before = writing != nullptr;
    try {
      connect_writer();
      writing->begin();
      Transaction transaction(*writing);
      for (Job* job : batch) job->change(transaction);
      committing = true;
      writing->commit();
      commits.fetch_add(1, std::memory_order_relaxed);
      changes.fetch_add(batch.size(), std::memory_order_relaxed);
      return nullptr;
    } catch (...) {
      if (writing) writing->rollback();
      // Lost while nobody used it: nothing was stored, and a new writing may serve.
      if (used_before && !committing && writing && writing->lost()) {
        writing.reset();
        return run_together(batch);
      }
      return std::current_exception();
    }
  }

  void connect_writer() {
    if (writing && !writing->lost()) return;
    writing.reset();
    writer_backoff.check();
    try {
      writing = connect(place, Purpose::write);
      writer_backoff.succeeded();
    } catch (...) {
      writer_backoff.failed();
      throw;
    }
  }

  const Place place;
  const DatabaseOptions options;

  std::mutex readers_mutex;
  std::condition_variable reader_free;
  std::vector<std::unique_ptr<Connection>> idle_readers;
  std::size_t readers = 0;
  Backoff readers_backoff;

  std::mutex jobs_mutex;
  std::condition_variable jobs_arrived;
  std::condition_variable jobs_done;
  std::deque<Job*> jobs;
  bool stopping = false;

  std::unique_ptr<Connection> writing;  // of the writer's thread
  Backoff writer_backoff;
  std::atomic<std::uint64_t> commits{0};
  std::atomic<std::uint64_t> changes{0};
  std::thread writer;
};

Database::Database(Place place, DatabaseOptions options) : parts_(std::make_unique<Parts>(std::move(place), options)) {}
Database::~Database() = default;

Snapshot Database::read() {
  return Snapshot(parts_->begin_reading(),
                  [parts = parts_.get()](std::unique_ptr<Connection> back) { parts->give_back(std::move(back)); });
}

void Database::submit(std::function<void(Transaction&)> change) {
  Job job{.change = std::move(change)};
  parts_->submit(job);
  if (job.error) std::rethrow_exception(job.error);
}

const Place& Database::place() const { return parts_->place; }

Database::Counts Database::counts() const { return {parts_->commits.load(), parts_->changes.load()}; }

}  // namespace prima::db
