#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/working_calendar.h"
#include "catalogue/public_catalogue.h"

namespace prima::catalogue {

// What the page of one service is made from. Everything must live until the page is written.
struct ServicePage {
  const PublicCatalogue& catalogue;
  const PublicService& service;
  const Calendars& calendars;
  Instant now;
  // All editions of the service; those that were never published are not shown. May be empty.
  std::span<const Edition> editions = {};
  // The edition to show instead of the one in force: one of `editions`, published or withdrawn.
  const Edition* earlier = nullptr;
  std::string_view case_key = {};      // the chosen case; empty or unknown: all of them
  std::optional<Date> asked_day = {};  // "what was the fee on this day"
  std::string_view origin = {};        // "https://layanan.contoh.go.id" for what leaves the site; may be empty
};

// /layanan/{institution}/{service}: what to bring, where, how long, what it costs and until when it must be done, on
// one screen; then the steps, the legal basis, the charter and the history. With `earlier` it is the page of that
// edition, which says so and promises no day. Stays below 30 KB for a standard of ordinary length.
std::string service_page(Language language, const ServicePage& page);

// The edition a page /layanan/.../edisi/{number} may show: published or withdrawn; null for any other.
const Edition* shown_edition(std::span<const Edition> editions, int number);

}  // namespace prima::catalogue
