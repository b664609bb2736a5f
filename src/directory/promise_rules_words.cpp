#include "directory/promise_rules_words.h"

#include <fmt/format.h>

#include <utility>

#include "base/working_calendar_words.h"

namespace prima::directory {

Words clock_words(int minute) {
  return {fmt::format("{:02}.{:02}", minute / 60, minute % 60), fmt::format("{:02}:{:02}", minute / 60, minute % 60)};
}

Words moment_words(Date day, int minute, TimeZone zone) {
  const Words days = day_words(day);
  const Words clock = clock_words(minute);
  return {fmt::format("{} pukul {} {}", days.id, clock.id, to_text(zone)),
          fmt::format("{} at {} {}", days.en, clock.en, to_text(zone))};
}

namespace {

PromiseStep made(PromiseStep::Kind kind, Date day, const Words& when, const Words& what) {
  PromiseStep step;
  step.kind = kind;
  step.day = step.last = day;
  step.words = {when.id + ": " + what.id, when.en + ": " + what.en};
  return step;
}

}  // namespace

PromiseStep step_on(PromiseStep::Kind kind, Date day, const Words& what) {
  return made(kind, day, day_words(day), what);
}

PromiseStep step_at(PromiseStep::Kind kind, Date day, int minute, TimeZone zone, const Words& what) {
  return made(kind, day, moment_words(day, minute, zone), what);
}

Words closed_words(const DayStatus& status) {
  if (status.working) return {"unit layanan tutup", "the service unit is closed"};
  return reason_words(status);
}

PromiseStep skipped_step(const DayStatus& status, bool closed_unit) {
  Words why = closed_unit ? Words{"unit layanan tutup", "the service unit is closed"} : reason_words(status);
  why.id += ", tidak dihitung";
  why.en += ", not counted";
  PromiseStep step = step_on(PromiseStep::Kind::skipped, status.day, why);
  if (!closed_unit && status.decree != nullptr) {
    step.decree = status.decree->number;
    step.standing = status.decree->standing;
  }
  return step;
}

NoPromise not_set(const YearNotSet& missing) {
  return {NoPromise::Why::calendar_not_set, missing.year, not_set_words(missing), {}};
}

NoPromise hours_unknown() {
  return {NoPromise::Why::opening_hours_unknown,
          0,
          {"Jam buka unit layanan ini belum diketahui, sehingga waktu selesainya tidak dihitung. Tanyakan kepada unit "
           "layanan.",
           "The opening hours of this service unit are not known, so the time it is done is not computed. Ask the "
           "service unit."},
          {}};
}

Words due_words(const Promise& promise) {
  return promise.due_minute ? moment_words(promise.due, *promise.due_minute, promise.zone) : day_words(promise.due);
}

Words apply_today_words(const Promise& promise) {
  const Words due = due_words(promise);
  if (promise.unit == TimeUnit::while_you_wait)
    return {fmt::format("Ajukan hari ini, selesai ditunggu pada {}", due.id),
            fmt::format("Apply today, done while you wait on {}", due.en)};
  return {fmt::format("Ajukan hari ini, terima paling lambat {}", due.id),
          fmt::format("Apply today, receive by {}", due.en)};
}

}  // namespace prima::directory
