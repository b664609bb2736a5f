#include "directory/calendar_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/assert.h"
#include "base/working_calendar_words.h"
#include "embedded/calendar_files.h"
#include "instrument/reader_parts.h"

namespace prima::directory {

using instrument::NameTable;
using instrument::read_name;
using instrument::YamlNode;

namespace {

constexpr NameTable<DayOffKind, 3> kinds = {{{"national_holiday", DayOffKind::national_holiday},
                                             {"collective_leave", DayOffKind::collective_leave},
                                             {"regional", DayOffKind::regional}}};
constexpr NameTable<DecreeStanding, 3> standings = {
    {{"official", DecreeStanding::official}, {"inferred", DecreeStanding::inferred}, {"ours", DecreeStanding::ours}}};
constexpr NameTable<int, 7> weekdays = {
    {{"Senin", 1}, {"Selasa", 2}, {"Rabu", 3}, {"Kamis", 4}, {"Jumat", 5}, {"Sabtu", 6}, {"Minggu", 0}}};

// Which days are off after the decrees read so far, by region ("" is the whole country).
using DaysOff = std::map<std::pair<std::string, std::chrono::sys_days>, std::string>;

// Reads one file.
class YearReader {
 public:
  YearReader(const YamlNode& root, std::string file) : root_(root), file_(std::move(file)) {}

  std::vector<Decree> read() {
    root_.allow_keys({"format", "year", "decrees"});
    read_head();
    const YamlNode list = root_.required("decrees");
    for (const YamlNode& node : list.items()) decrees_.push_back(read_decree(node));
    const bool is_set = std::any_of(decrees_.begin(), decrees_.end(),
                                    [](const Decree& decree) { return decree.sets_year.has_value(); });
    if (list.exists() && !is_set) {
      list.report(
          "year_not_set",
          {fmt::format("tidak ada keputusan yang menetapkan tahun {}; tulis sets_year: true pada keputusan yang "
                       "memuat daftar lengkap hari liburnya",
                       year_),
           fmt::format("no decree sets the year {}; write sets_year: true in the decree that has the whole "
                       "list of its days off",
                       year_)});
    }
    return std::move(decrees_);
  }

 private:
  void read_head() {
    const YamlNode format = root_.required("format");
    if (format.exists() && format.text() != "prima-calendar/1")
      format.report("unknown_format", {"format harus \"prima-calendar/1\"", "format must be \"prima-calendar/1\""});
    const YamlNode year = root_.required("year");
    year_ = year.whole();
    if (year.exists() && (year_ < 1945 || year_ > 2999))
      year.report("bad_year", {"year harus tahun antara 1945 dan 2999, ditulis empat angka",
                               "year must be a year between 1945 and 2999, written with four digits"});
    const std::string name = file_.substr(file_.find_last_of('/') + 1);
    const bool named_by_year = name.size() == 9 && name.ends_with(".yaml") &&
                               std::all_of(name.begin(), name.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (named_by_year && name != fmt::format("{}.yaml", year_))
      year.report("wrong_file_name",
                  {fmt::format("berkas {} memuat tahun {}; ubah nama berkas atau tahunnya", name, year_),
                   fmt::format("the file {} holds the year {}; change its name or the year", name, year_)});
  }

  Decree read_decree(const YamlNode& node) {
    node.allow_keys({"id", "number", "title", "issued", "known_from", "sets_year", "region", "standing", "source",
                     "note", "adds", "revokes"});
    Decree decree;
    decree.id = node.required("id").id();
    decree.number = filled_text(node.required("number"));
    decree.title = node.required("title").words();
    decree.standing = read_name(node.required("standing"), standings);
    decree.source = filled_text(node.required("source"));
    decree.note = node.optional("note").words();
    decree.region = read_region(node.optional("region"));
    if (node.optional("sets_year").flag()) decree.sets_year = year_;
    read_dates(node, decree);
    check_id(node, decree);
    read_revokes(node.optional("revokes"), decree);
    for (const YamlNode& item : node.optional("adds").items()) read_day_off(item, decree);
    return decree;
  }

  static std::string filled_text(const YamlNode& node) {
    std::string text = node.text();
    if (node.exists() && trimmed(text).empty())
      node.report("empty_text",
                  {fmt::format("{} kosong; isi", node.path()), fmt::format("{} is empty; fill it in", node.path())});
    return text;
  }

  void check_id(const YamlNode& node, const Decree& decree) const {
    const bool twice =
        std::any_of(decrees_.begin(), decrees_.end(), [&](const Decree& other) { return other.id == decree.id; });
    if (twice)
      node.report("duplicate_decree", {fmt::format("id keputusan \"{}\" sudah dipakai; pilih id lain", decree.id),
                                       fmt::format("the decree id \"{}\" is taken; choose another one", decree.id)});
  }

  static std::string read_region(const YamlNode& node) {
    std::string code = node.text();
    const bool good = code.find_first_not_of("0123456789.") == std::string::npos && !code.starts_with('.') &&
                      !code.ends_with('.') && code.find("..") == std::string::npos;
    if (node.exists() && (code.empty() || !good)) {
      node.report("bad_region",
                  {fmt::format("{}: tulis kode wilayah Kemendagri dalam tanda kutip, misalnya \"32\" atau \"32.73\"",
                               node.path()),
                   fmt::format("{}: write the Ministry of Home Affairs' code of the region in quotes, such as \"32\" "
                               "or \"32.73\"",
                               node.path())});
    }
    return code;
  }

  void read_dates(const YamlNode& node, Decree& decree) const {
    const YamlNode issued = node.required("issued");
    const YamlNode known = node.required("known_from");
    decree.issued = issued.date().value_or(Date());
    decree.known_from = known.date().value_or(Date());
    if (!decree.issued.ok() || !decree.known_from.ok()) return;
    if (decree.known_from < decree.issued)
      known.report("known_before_issued",
                   {fmt::format("known_from ({}) mendahului issued ({}); keputusan baru dapat dihitung sejak terbit",
                                iso(decree.known_from), iso(decree.issued)),
                    fmt::format("known_from ({}) is before issued ({}); nobody can count with a decree before it is "
                                "issued",
                                iso(decree.known_from), iso(decree.issued))});
    if (!decrees_.empty() && decrees_.back().known_from.ok() && decree.known_from < decrees_.back().known_from)
      known.report(
          "decree_out_of_order",
          {fmt::format("keputusan ini diketahui sebelum \"{}\"; urutkan dari yang paling dulu diketahui",
                       decrees_.back().id),
           fmt::format("this decree was known before \"{}\"; put first what was known first", decrees_.back().id)});
  }

  void read_revokes(const YamlNode& list, Decree& decree) {
    for (const YamlNode& item : list.items()) {
      const auto day = item.date();
      if (!day) continue;
      if (days_off_.erase({decree.region, std::chrono::sys_days(*day)}) == 0)
        item.report("not_a_day_off",
                    {fmt::format("{} bukan hari libur menurut keputusan sebelumnya; hapus dari revokes", iso(*day)),
                     fmt::format("{} is not a day off by an earlier decree; remove it from revokes", iso(*day))});
      decree.revokes.push_back(*day);
    }
  }

  void read_day_off(const YamlNode& node, Decree& decree) {
    node.allow_keys({"date", "weekday", "kind", "name"});
    const YamlNode date_node = node.required("date");
    const YamlNode kind_node = node.required("kind");
    const auto day = date_node.date();
    DayOff off;
    off.kind = read_name(kind_node, kinds);
    off.name = node.required("name").words();
    if (kind_node.exists() && (off.kind == DayOffKind::regional) != !decree.region.empty())
      kind_node.report("kind_and_region_differ",
                       {"libur daerah (regional) hanya dalam keputusan yang punya region, dan sebaliknya",
                        "a regional day off stands only in a decree with a region, and the other way round"});
    if (!day) return;
    off.day = *day;
    check_weekday(node.optional("weekday"), *day);
    check_day(date_node, *day, decree);
    decree.adds.push_back(std::move(off));
  }

  static void check_weekday(const YamlNode& node, Date day) {
    if (!node.exists()) return;
    const int said = read_name(node, weekdays);
    const std::chrono::weekday real{std::chrono::sys_days(day)};
    if (said == static_cast<int>(real.c_encoding())) return;
    const Words& name = weekday_words(real);
    node.report("wrong_weekday", {fmt::format("{} adalah hari {}, bukan {}; periksa tanggalnya di naskah keputusan",
                                              iso(day), name.id, shown_to_people(node.text())),
                                  fmt::format("{} is a {} ({}), not {}; check the date in the text of the decree",
                                              iso(day), name.en, name.id, shown_to_people(node.text()))});
  }

  void check_day(const YamlNode& node, Date day, const Decree& decree) {
    if (static_cast<int>(day.year()) != year_)
      node.report("day_outside_year",
                  {fmt::format("{} tidak dalam tahun {}; pindahkan ke berkas tahunnya", iso(day), year_),
                   fmt::format("{} is not in the year {}; move it to the file of its year", iso(day), year_)});
    const auto [at, added] = days_off_.try_emplace({decree.region, std::chrono::sys_days(day)}, decree.id);
    if (!added)
      node.report("duplicate_day",
                  {fmt::format("{} sudah libur menurut \"{}\"; hapus satu, gabungkan namanya, atau cabut dulu lewat "
                               "revokes",
                               iso(day), at->second),
                   fmt::format("{} is already off by \"{}\"; remove one, join the names, or revoke it first", iso(day),
                               at->second)});
  }

  const YamlNode& root_;
  std::string file_;
  int year_ = 0;
  std::vector<Decree> decrees_;
  DaysOff days_off_;
};

Finding in_two_files(std::string code, const std::string& file, const Words& what, const std::string& other) {
  return {std::move(code),
          file,
          0,
          {fmt::format("{} sudah ada dalam {}; hapus salah satu", what.id, other),
           fmt::format("{} is already in {}; remove one of them", what.en, other)}};
}

}  // namespace

Result<std::vector<Decree>, Findings> read_calendar(std::string_view text, const std::string& file) {
  instrument::YamlProblems problems{file, {}};
  const auto parsed = instrument::parse_yaml(text, &problems);
  if (!parsed) return failure(std::move(problems.findings));
  const YamlNode root(&*parsed, "", 1, &problems);
  auto decrees = YearReader(root, file).read();
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return decrees;
}

Result<Calendars, Findings> read_calendars(std::span<const CalendarFile> files) {
  Findings findings;
  std::vector<Decree> all;
  std::map<std::string, std::string> file_of_decree;
  std::map<int, std::string> file_of_year;
  for (const CalendarFile& file : files) {
    auto decrees = read_calendar(file.text, file.name);
    if (!decrees) {
      findings.insert(findings.end(), decrees.error().begin(), decrees.error().end());
      continue;
    }
    for (Decree& decree : *decrees) {
      const auto [named, is_new] = file_of_decree.try_emplace(decree.id, file.name);
      const Words what{fmt::format("keputusan \"{}\"", decree.id), fmt::format("the decree \"{}\"", decree.id)};
      if (!is_new) findings.push_back(in_two_files("duplicate_decree", file.name, what, named->second));
      if (decree.sets_year) {
        const auto [set, first] = file_of_year.try_emplace(*decree.sets_year, file.name);
        const Words year{fmt::format("tahun {}", *decree.sets_year), fmt::format("the year {}", *decree.sets_year)};
        if (!first && set->second != file.name)
          findings.push_back(in_two_files("duplicate_year", file.name, year, set->second));
      }
      all.push_back(std::move(decree));
    }
  }
  if (!findings.empty()) return failure(std::move(findings));
  return Calendars(std::move(all));
}

const Calendars& built_in_calendars() {
  static const Calendars calendars = [] {
    std::vector<CalendarFile> files;
    for (const EmbeddedFile& file : calendar_data::files()) files.push_back({std::string(file.path), file.bytes});
    auto read = read_calendars(files);
    PRIMA_ASSERT(read.has_value());  // calendar_reader_test reads the same files
    return std::move(*read);
  }();
  return calendars;
}

}  // namespace prima::directory
