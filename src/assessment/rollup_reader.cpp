#include "assessment/rollup_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "assessment/answer_columns.h"
#include "base/csv.h"
#include "base/decimal.h"
#include "base/text.h"

namespace prima::assessment {

using instrument::Instrument;
using instrument::LevelAggregate;
using scoring::Member;

namespace {

constexpr std::size_t most_findings = 100;
constexpr std::int64_t most_products = 1'000'000;

enum Column : std::size_t { institution, unit, score, products };
const std::vector<ColumnRule> column_rules = {{"institution"}, {"unit"}, {"score"}, {"products", false}};

// One row's fields, by column.
struct Row {
  std::string institution;
  std::string unit;
  std::string_view score;
  std::string_view products;
};

class RollUpReading {
 public:
  RollUpReading(const Instrument& instrument, const std::string& file, const CsvReader& csv)
      : instrument_(instrument), file_(file), csv_(csv) {}

  void read(const Row& row) {
    if (row.institution.empty() || row.unit.empty()) {
      return report("empty_name",
                    {"nama instansi dan unit harus diisi", "the names of institution and unit must be filled in"});
    }
    Member member;
    member.name = row.unit;
    if (!read_score(row.score, member) || !read_products(row.products, member)) return;
    if (!seen_.emplace(row.institution, row.unit).second) {
      return report(
          "duplicate_unit",
          {fmt::format("unit \"{}\" sudah ada pada baris sebelumnya; hapus salah satu", shown_to_people(row.unit)),
           fmt::format("the unit \"{}\" stands on an earlier line; remove one of them", shown_to_people(row.unit))});
    }
    units_[row.institution].push_back(std::move(member));
  }

  void report(std::string code, Words message) {
    findings.push_back(Finding{std::move(code), file_, csv_.line(), std::move(message)});
  }

  std::vector<RolledUp> finish() {
    std::vector<RolledUp> results;
    for (auto& [name, members] : units_) {
      std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.name < b.name; });
      auto whole = scoring::roll_up(instrument_, instrument_.institution, members);
      results.push_back(RolledUp{name, std::move(members), std::move(whole)});
    }
    return results;
  }

  Findings findings;

 private:
  bool read_score(std::string_view text, Member& member) {
    if (text.empty() || text == "NA") return true;
    const auto value = parse_decimal(text);
    if (!value) {
      const Words why = describe(value.error(), text);
      report("bad_score", {"kolom \"score\": " + why.id, "the column \"score\": " + why.en});
      return false;
    }
    if (!scoring::on_scale(instrument_, *value)) {
      report("score_off_scale",
             {fmt::format("kolom \"score\": {} di luar skala {} sampai {}", shown_to_people(text),
                          plain(instrument_.scale_min), plain(instrument_.scale_max)),
              fmt::format("the column \"score\": {} is outside the scale {} to {}", shown_to_people(text),
                          plain(instrument_.scale_min), plain(instrument_.scale_max))});
      return false;
    }
    member.exact = *value;
    return true;
  }

  bool read_products(std::string_view text, Member& member) {
    const bool needed = instrument_.institution.aggregate == LevelAggregate::mean_of_products && member.exact;
    if (text.empty() && !needed) return true;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), member.products);
    const bool good = error == std::errc() && end == text.data() + text.size() && member.products >= 1 &&
                      member.products <= most_products;
    if (!good) {
      report("bad_products",
             {fmt::format("kolom \"products\": \"{}\" bukan jumlah produk; tulis bilangan bulat mulai dari 1",
                          shown_to_people(text)),
              fmt::format("the column \"products\": \"{}\" is no number of products; write a whole number from 1",
                          shown_to_people(text))});
    }
    return good;
  }

  const Instrument& instrument_;
  const std::string& file_;
  const CsvReader& csv_;
  std::map<std::string, std::vector<Member>> units_;
  std::set<std::pair<std::string, std::string>> seen_;
};

}  // namespace

Result<std::vector<RolledUp>, Findings> roll_up_file(const Instrument& instrument, std::string_view bytes,
                                                     const std::string& file) {
  CsvReader csv(bytes, file);
  if (!csv.next()) return failure(Findings{csv.problem().value_or(no_records(file))});
  const auto columns = find_columns(csv.fields(), column_rules, file, csv.line());
  if (!columns) return failure(columns.error());
  const std::size_t width = csv.fields().size();
  const auto field = [&](Column column) {
    return (*columns)[column] ? trimmed(csv.fields()[*(*columns)[column]]) : std::string_view();
  };
  RollUpReading reading(instrument, file, csv);
  bool any = false;
  while (reading.findings.size() < most_findings && csv.next()) {
    any = true;
    if (csv.fields().size() != width) {
      reading.findings.push_back(wrong_field_count(file, csv.line(), width, csv.fields().size()));
      continue;
    }
    reading.read(Row{std::string(field(institution)), std::string(field(unit)), field(score), field(products)});
  }
  if (csv.problem()) reading.findings.push_back(*csv.problem());
  if (!any && reading.findings.empty()) reading.findings.push_back(no_records(file));
  if (!reading.findings.empty()) return failure(std::move(reading.findings));
  return reading.finish();
}

}  // namespace prima::assessment
