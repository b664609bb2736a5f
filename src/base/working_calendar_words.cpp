#include "base/working_calendar_words.h"

#include <fmt/format.h>

#include <array>

#include "base/assert.h"

namespace prima {

const Words& weekday_words(std::chrono::weekday day) {
  static const std::array<Words, 7> names = {{{"Minggu", "Sunday"},
                                              {"Senin", "Monday"},
                                              {"Selasa", "Tuesday"},
                                              {"Rabu", "Wednesday"},
                                              {"Kamis", "Thursday"},
                                              {"Jumat", "Friday"},
                                              {"Sabtu", "Saturday"}}};
  PRIMA_ASSERT(day.ok());
  return names[day.c_encoding()];
}

const Words& month_words(std::chrono::month month) {
  static const std::array<Words, 12> names = {{{"Januari", "January"},
                                               {"Februari", "February"},
                                               {"Maret", "March"},
                                               {"April", "April"},
                                               {"Mei", "May"},
                                               {"Juni", "June"},
                                               {"Juli", "July"},
                                               {"Agustus", "August"},
                                               {"September", "September"},
                                               {"Oktober", "October"},
                                               {"November", "November"},
                                               {"Desember", "December"}}};
  PRIMA_ASSERT(month.ok());
  return names[static_cast<unsigned>(month) - 1];
}

Words date_words(Date day) {
  const Words& month = month_words(day.month());
  const auto written = [&](const std::string& name) {
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), name, static_cast<int>(day.year()));
  };
  return {written(month.id), written(month.en)};
}

Words day_words(Date day) {
  const Words& weekday = weekday_words(std::chrono::weekday(std::chrono::sys_days(day)));
  const Words date = date_words(day);
  return {weekday.id + " " + date.id, weekday.en + " " + date.en};
}

const Words& kind_words(DayOffKind kind) {
  static const Words national{"libur nasional", "national holiday"};
  static const Words collective{"cuti bersama", "collective leave"};
  static const Words regional{"libur daerah", "regional day off"};
  switch (kind) {
    case DayOffKind::national_holiday:
      return national;
    case DayOffKind::collective_leave:
      return collective;
    case DayOffKind::regional:
      return regional;
  }
  PRIMA_UNREACHABLE("kind of a day off");
}

namespace {

Words weekly_rest_words(Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return {"akhir pekan", "weekend"};
  return {"hari istirahat mingguan", "weekly day of rest"};
}

}  // namespace

Words reason_words(const DayStatus& status) {
  if (status.day_off != nullptr) {
    const Words& kind = kind_words(status.day_off->kind);
    const auto written = [&](const std::string& name, const std::string& of_kind) {
      return fmt::format("{} {} ({})", of_kind, name, status.decree->number);
    };
    return {written(status.day_off->name.id, kind.id), written(status.day_off->name.en, kind.en)};
  }
  return status.weekly_rest ? weekly_rest_words(status.day) : Words{};
}

Words not_set_words(const YearNotSet& missing) {
  return {fmt::format("Kalender kerja tahun {} belum ditetapkan di sini, sehingga tanggal di tahun itu tidak dihitung. "
                      "Tanyakan tanggalnya kepada unit layanan.",
                      missing.year),
          fmt::format("The working calendar of {} is not set here, so no date in that year is computed. Ask the "
                      "service unit for the date.",
                      missing.year)};
}

}  // namespace prima
