#include "assessment/unit_intake.h"

#include <fmt/format.h>

#include <utility>

namespace prima::assessment {

using scoring::Answer;
using scoring::Compiled;
using scoring::CompiledIndicator;
using scoring::Tally;
using scoring::UnitAnswers;

namespace {

bool by_product(const CompiledIndicator& indicator) {
  return indicator.source->answered_by == instrument::Answerer::product;
}

Finding missing_for_product(const std::string& file, const std::string& institution, const std::string& unit,
                            const std::string& product, const instrument::Indicator& indicator) {
  return Finding{
      "missing_mandatory",
      file,
      0,
      {fmt::format("{} / {} / {}: indikator wajib \"{}\" belum dijawab dan dihitung nol untuk produk ini", institution,
                   unit, product, indicator.id),
       fmt::format("{} / {} / {}: the mandatory indicator \"{}\" is not answered and counts as zero for this product",
                   institution, unit, product, indicator.id)}};
}

}  // namespace

UnitIntake::UnitIntake(const Compiled& compiled, std::string unit)
    : compiled_(&compiled), words_((compiled.indicators().size() + 63) / 64) {
  begin(std::move(unit));
}

void UnitIntake::begin(std::string unit) {
  answers_ = UnitAnswers{};
  answers_.unit = std::move(unit);
  answers_.tallies.resize(compiled_->indicators().size());
  taken_.clear();
  subjects_.clear();
  product_places_.clear();
  products_.clear();
  subject_ = 0;
  product_ = 0;
  has_answers_ = false;
}

void UnitIntake::choose_subject(std::string_view product, std::string_view respondent) {
  key_.assign(product);
  key_.push_back('\0');
  key_.append(respondent);
  subject_ = subjects_.place_of(key_);
  if (taken_.size() < subjects_.size() * words_) taken_.resize(subjects_.size() * words_);
  if (!products_.empty() && products_[product_].name == product) return;
  product_ = product_places_.place_of(product);
  if (product_ == products_.size()) products_.push_back(Product{std::string(product), {}, false});
}

bool UnitIntake::take(std::size_t indicator, const Answer& answer) {
  std::uint64_t& bits = taken_[subject_ * words_ + indicator / 64];
  const std::uint64_t bit = std::uint64_t{1} << (indicator % 64);
  if ((bits & bit) != 0) return false;
  bits |= bit;
  has_answers_ = has_answers_ || answer.state != Answer::State::missing;
  const CompiledIndicator& compiled = compiled_->indicators()[indicator];
  if (!by_product(compiled)) {
    answers_.tallies[indicator].add(answer, compiled.denominator);
    return true;
  }
  Product& product = products_[product_];
  if (product.tallies.empty()) product.tallies.resize(answers_.tallies.size());
  product.observed = true;
  product.tallies[indicator].add(answer, compiled.denominator);
  return true;
}

void UnitIntake::average_products(std::size_t indicator, const std::string& institution, const std::string& file,
                                  Findings& notices) {
  const CompiledIndicator& compiled = compiled_->indicators()[indicator];
  Tally& whole = answers_.tallies[indicator];
  std::vector<const Product*> without;
  for (const Product& product : products_) {
    if (!product.observed) continue;
    const Tally& one = product.tallies[indicator];
    if (one.answers == 1 && !one.rest) {
      whole.add(Answer{Answer::State::points, one.sum, std::nullopt}, compiled.denominator);
    } else if (one.answers > 0) {
      whole.add(Answer{Answer::State::points, 0, mean_of(compiled, one)}, compiled.denominator);
    } else if (one.not_applicable > 0) {
      ++whole.not_applicable;
    } else {
      without.push_back(&product);
    }
  }
  // When no product has an answer the whole indicator is missing, which needs no zeros.
  const bool answered = whole.answers > 0 || whole.not_applicable > 0;
  const bool counts_zero = compiled.source->mandatory && !compiled.source->informational && answered;
  for (const Product* product : without) {
    if (!counts_zero) break;
    whole.add(Answer{Answer::State::points, 0, std::nullopt}, compiled.denominator);
    notices.push_back(missing_for_product(file, institution, answers_.unit, product->name, *compiled.source));
  }
}

UnitAnswers UnitIntake::close(const std::string& institution, const std::string& file, Findings& notices) {
  std::int64_t observed = 0;
  for (const Product& product : products_) observed += product.observed ? 1 : 0;
  if (observed > 0) answers_.products = observed;
  for (std::size_t i = 0; i < compiled_->indicators().size() && observed > 0; ++i) {
    if (by_product(compiled_->indicators()[i])) average_products(i, institution, file, notices);
  }
  return std::exchange(answers_, UnitAnswers{});
}

}  // namespace prima::assessment
