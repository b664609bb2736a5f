#include "app/public_view.h"

#include <chrono>

#include "app/data_place.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"
#include "journal/journal_store.h"

namespace prima::app {

namespace {

constexpr std::chrono::seconds between_looks{2};
constexpr std::int64_t rows_at_once = 1'000;

catalogue::PublicCatalogue::Source read_source(db::Reader reader, Date day) {
  catalogue::PublicCatalogue::Source source;
  std::string last;
  for (;;) {
    const auto institutions = directory::list_institutions(reader, last, rows_at_once);
    for (const auto& stored : institutions) source.institutions.push_back(stored.institution);
    if (static_cast<std::int64_t>(institutions.size()) < rows_at_once) break;
    last = institutions.back().institution.code;
  }
  for (const directory::Institution& institution : source.institutions) {
    last.clear();
    for (;;) {
      const auto units = directory::list_units(reader, institution.id, last, rows_at_once);
      for (const auto& stored : units) source.units.push_back(stored.unit);
      if (static_cast<std::int64_t>(units.size()) < rows_at_once) break;
      last = units.back().unit.code;
    }
  }
  source.services = catalogue::all_published_services(reader, day);
  return source;
}

}  // namespace

PublicView::PublicView(db::Database& database) : database_(database), thread_([this] { keep_renewing(); }) {}

PublicView::~PublicView() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

std::shared_ptr<const catalogue::PublicCatalogue> PublicView::get() {
  {
    const std::lock_guard lock(mutex_);
    if (view_) return view_;
  }
  renew();
  const std::lock_guard lock(mutex_);
  return view_;
}

void PublicView::changed() {
  {
    const std::lock_guard lock(mutex_);
    hurry_ = true;
  }
  wake_.notify_all();
}

void PublicView::renew() {
  const std::lock_guard one_at_a_time(renewing_);
  const Date today = day_in(TimeZone::wib, now());
  db::Snapshot snapshot = database_.read();
  const Stamp stamp{journal::total_entries(snapshot), today};
  {
    const std::lock_guard lock(mutex_);
    if (view_ && stamp == stamp_) return;
  }
  auto view = std::make_shared<const catalogue::PublicCatalogue>(read_source(snapshot, today));
  const std::lock_guard lock(mutex_);
  view_ = std::move(view);
  stamp_ = stamp;
}

void PublicView::keep_renewing() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait_for(lock, between_looks, [this] { return stopping_ || hurry_; });
    if (stopping_) return;
    hurry_ = false;
    lock.unlock();
    try {
      renew();
    } catch (const db::Error&) {
      // The database is away: the last view stays, and the next look tries again.
    }
    lock.lock();
  }
}

}  // namespace prima::app
