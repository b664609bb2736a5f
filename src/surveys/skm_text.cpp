#include "surveys/skm_text.h"

#include <fmt/format.h>

#include <iterator>

#include "base/rounding.h"
#include "base/text.h"

namespace prima::surveys {

namespace {

constexpr Rounding two_decimals{2, RoundingMode::half_up};
constexpr Rounding four_decimals{4, RoundingMode::half_up};

// Writes lines of one report in one language.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  void result(const SkmResult& result);
  void finding(const Finding& finding) { line(prima::to_text(finding, language_)); }
  void separate() {
    if (!text_.empty()) text_ += '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string decimal(const Rational& value, const Rounding& rounding) const {
    return with_decimal_mark(fixed(value, rounding), language_);
  }
  void title(const ResponseGroup& group);
  void labelled(const Words& label, const std::string& value) {
    fmt::format_to(std::back_inserter(text_), "  {:<24} {}\n", label.in(language_), value);
  }
  void line(const std::string& text) { text_ += text + '\n'; }
  void index(const SkmResult& result);
  void sample(const SkmResult& result);
  void elements(const Tally& tally);
  void conventions(const SkmResult& result);

  Language language_;
  std::string text_;
};

void Writer::title(const ResponseGroup& group) {
  const Words unnamed{"Semua responden", "All respondents"};
  std::string title = group.unit.empty() ? unnamed.in(language_) : shown_to_people(group.unit);
  if (!group.period.empty()) title += " · " + shown_to_people(group.period);
  line(title);
}

void Writer::index(const SkmResult& result) {
  const Words label{"Indeks (SKM)", "Index (SKM)"};
  if (!result.index) {
    labelled(label,
             Words{"tidak ada: tidak satu pun kuesioner lengkap", "none: no questionnaire is complete"}.in(language_));
    return;
  }
  labelled(label, fmt::format("{}  {}  {}", decimal(result.index->rounded, two_decimals), letter(result.index->grade),
                              quality_words(result.index->grade).in(language_)));
  labelled({"Nilai tepat", "Exact value"}, result.index->exact.fraction());
  labelled({"Konvensi", "Convention"},
           fmt::format("{} ({})", id(result.index->convention), description(result.index->convention).in(language_)));
}

void Writer::sample(const SkmResult& result) {
  labelled({"Kuesioner lengkap", "Complete questionnaires"}, fmt::format("{}", result.group.tally.n));
  if (result.group.incomplete > 0)
    labelled({"Tidak lengkap", "Incomplete"}, fmt::format("{}", result.group.incomplete));
  if (result.population) labelled({"Populasi", "Population"}, fmt::format("{}", *result.population));
  labelled({"Sampel yang diperlukan", "Sample required"}, fmt::format("{}", result.sample_required));
  if (result.margin)
    labelled({"Batas kesalahan (95%)", "Margin of error (95%)"}, "± " + with_decimal_mark(*result.margin, language_));
}

void Writer::elements(const Tally& tally) {
  if (tally.n == 0) return;
  const auto means = element_means(tally);
  for (std::size_t i = 0; i < element_count; ++i) {
    fmt::format_to(std::back_inserter(text_), "  {}  {:<40} {:>8}\n", element_ids[i], element_name(i).in(language_),
                   decimal(means[i], four_decimals));
  }
}

void Writer::conventions(const SkmResult& result) {
  if (!result.grade_depends_on_convention) return;
  line("  " + Words{"Mutu bergantung pada konvensi yang dipakai:", "The grade depends on the convention in use:"}.in(
                  language_));
  for (const Index& index : result.by_convention) {
    fmt::format_to(std::back_inserter(text_), "    {:<14} {:>6}  {}  {}\n", id(index.convention),
                   decimal(index.rounded, two_decimals), letter(index.grade), quality_words(index.grade).in(language_));
  }
}

void Writer::result(const SkmResult& result) {
  separate();
  title(result.group);
  index(result);
  sample(result);
  elements(result.group.tally);
  conventions(result);
}

}  // namespace

std::string to_text(const SkmReport& report, Language language) {
  Writer writer(language);
  for (const SkmResult& result : report.results) writer.result(result);
  if (!report.findings.empty()) writer.separate();
  for (const Finding& finding : report.findings) writer.finding(finding);
  return writer.take();
}

}  // namespace prima::surveys
