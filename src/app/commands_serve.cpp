#include "app/commands_serve.h"

#include <fmt/format.h>
#include <signal.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

#include "app/commands_user.h"
#include "app/data_place.h"
#include "app/demo_city.h"
#include "app/first_start.h"
#include "app/instruments.h"
#include "app/platform.h"
#include "app/registry_data.h"
#include "app/site.h"
#include "base/text.h"
#include "http/metrics.h"
#include "http/server.h"

namespace prima::app {

namespace {

// Writes what the server reports to standard error: what was asked for by its pattern, never by whom.
class ServeLog : public http::AccessLog {
 public:
  ServeLog() : log_("prima", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
    log_.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  }

  void answered(const http::AccessRecord& record) override {
    log_.info("{} {} {} {} B {} us", http::to_text(record.method), record.route, record.status, record.bytes,
              record.duration_us);
  }
  void failed(const http::FailureRecord& record) override {
    log_.error("{} {} {}", record.id, record.route, record.what);
  }

 private:
  spdlog::logger log_;
};

struct Listen {
  std::string address;
  std::uint16_t port = 0;
};

std::optional<Listen> read_listen(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  Listen listen{text.substr(0, colon), 0};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, listen.port);
  if (error != std::errc() || stop != end || colon + 1 == text.size()) return std::nullopt;
  if (listen.address.front() == '[' && listen.address.back() == ']')
    listen.address = listen.address.substr(1, listen.address.size() - 2);
  if (listen.address == "localhost") listen.address = "127.0.0.1";
  return listen;
}

// SIGTERM and SIGINT are waited for by a thread of their own, so that stopping happens outside a signal handler.
sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

std::string shown_address(const http::ServerOptions& options, std::uint16_t port) {
  const std::string scheme = options.certificate_file.empty() ? "http" : "https";
  const bool six = options.address.find(':') != std::string::npos;
  return fmt::format("{}://{}:{}", scheme, six ? "[" + options.address + "]" : options.address, port);
}

void serve_until_stopped(http::Server& server) {
  const sigset_t signals = stop_signals();
  std::thread waiter([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
  });
  server.run();
  pthread_kill(waiter.native_handle(), SIGTERM);
  waiter.join();
}

// A folder for data that nobody wants to keep; gone with the process.
class PassingFolder {
 public:
  PassingFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "prima-demo-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~PassingFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The data that the site works on; nullptr when the caller named no place for it and wants no demonstration.
Result<std::unique_ptr<Platform>, Finding> open_platform(const Arguments& arguments,
                                                         std::optional<PassingFolder>& passing) {
  auto place = data_place(arguments);
  if (!place) return failure(place.error());
  if (!*place && arguments.has("--demo")) {
    passing.emplace();
    *place = DataPlace{.database = {.folder = passing->path()}, .keys_folder = passing->path() + "/keys"};
  }
  if (!*place) return nullptr;
  const std::string origin = arguments.value("--public-url").value_or("");
  if (auto prepared = prepare_database((*place)->database, now()); !prepared) return failure(prepared.error());
  auto keys = open_keys((*place)->keys_folder, Platform::server_of(origin));
  if (!keys) return failure(keys.error());
  auto platform = std::make_unique<Platform>(std::move(**place), std::move(*keys), origin,
                                             [language = arguments.language](const Finding& finding) {
                                               std::fputs((to_text(finding, language) + "\n").c_str(), stderr);
                                             });
  if (arguments.has("--demo"))
    if (auto filled = fill_demo_city(platform->database(), now()); !filled) return failure(filled.error());
  if (auto problem = make_first_institution(platform->database(), arguments.value("--institution").value_or(""), now()))
    return failure(std::move(*problem));
  return platform;
}

// At the very first start: the link by which the administrator chooses a password. Only in the terminal, never in a
// log.
void tell_first_administrator(Platform& platform, const std::string& address, Language language) {
  const std::string origin = platform.public_origin().empty() ? address : platform.public_origin();
  const auto link = first_administrator_link(platform.database(), InstitutionId{1}, origin, now());
  if (!link) return;
  const Words words{"Administrator pertama (akun \"admin\"): buka tautan sekali pakai ini dan buat kata sandi.",
                    "The first administrator (account \"admin\"): open this one-time link and choose a password."};
  std::fputs((words.in(language) + "\n  " + *link + "\n").c_str(), stderr);
}

}  // namespace

Exit run_serve(const Arguments& arguments) {
  const std::string text = arguments.value("--listen").value_or("127.0.0.1:8080");
  const auto listen = read_listen(text);
  if (!listen) {
    return report(
        Finding{"wrong_use",
                "--listen",
                0,
                {fmt::format("\"{}\" bukan ALAMAT:PORT; tulis misalnya 127.0.0.1:8080", shown_to_people(text)),
                 fmt::format("\"{}\" is not ADDR:PORT; write for example 127.0.0.1:8080", shown_to_people(text))}},
        arguments.language);
  }
  http::ServerOptions options;
  options.address = listen->address;
  options.port = listen->port;
  options.tls_in_front =
      arguments.value("--public-url").value_or("").starts_with("https://") && !arguments.value("--tls-cert");
  options.certificate_file = arguments.value("--tls-cert").value_or("");
  options.key_file = arguments.value("--tls-key").value_or("");
  // Makes the data folder, open to its owner only, before anything is put into it.
  if (const auto place = data_place(arguments); !place) return report(place.error(), arguments.language);
  if (const auto folder = arguments.value("--data")) {
    const Findings findings = add_instruments_of(*folder);
    if (!findings.empty()) return report(findings, arguments.language);
  }

  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread begins, so that all of them inherit it
  signal(SIGPIPE, SIG_IGN);
  try {
    std::optional<PassingFolder> passing;
    auto platform = open_platform(arguments, passing);
    if (!platform) return report(platform.error(), arguments.language);
    http::Metrics metrics;
    Site site(metrics, platform->get());
    const http::Router router(site.routes(), error_page_of_site);
    ServeLog log;
    http::Server server(options, router, metrics, &log);
    const std::string address = shown_address(options, server.port());
    if (*platform) tell_first_administrator(**platform, address, arguments.language);
    print(fmt::format("listening on {}\n", address));
    serve_until_stopped(server);
  } catch (const db::Error& error) {
    return report(Finding{"database", {}, 0, error.words()}, arguments.language);
  } catch (const http::ServerError& error) {
    return report(Finding{"cannot_listen", text, 0, error.words}, arguments.language);
  }
  return Exit::done;
}

}  // namespace prima::app
