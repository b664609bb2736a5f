#include "instrument/model.h"

#include <algorithm>

#include "base/assert.h"

namespace prima::instrument {

namespace {

template <typename T>
const T* find_by_id(const std::vector<T>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::official:
      return "official";
    case Standing::inferred:
      return "inferred";
    case Standing::ours:
      return "ours";
  }
  PRIMA_UNREACHABLE("every standing has a name");
}

std::string_view name(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::choice:
      return "choice";
    case AnswerKind::yes_no:
      return "yes_no";
    case AnswerKind::number:
      return "number";
    case AnswerKind::count:
      return "count";
    case AnswerKind::share:
      return "share";
    case AnswerKind::figure:
      return "figure";
  }
  PRIMA_UNREACHABLE("every kind of answer has a name");
}

std::string_view name(Answerer answerer) {
  switch (answerer) {
    case Answerer::unit:
      return "unit";
    case Answerer::product:
      return "product";
    case Answerer::respondent:
      return "respondent";
  }
  PRIMA_UNREACHABLE("every answerer has a name");
}

std::string_view name(LevelAggregate aggregate) {
  switch (aggregate) {
    case LevelAggregate::weighted_dimensions:
      return "weighted_dimensions";
    case LevelAggregate::mean_of_units:
      return "mean_of_units";
    case LevelAggregate::mean_of_products:
      return "mean_of_products";
    case LevelAggregate::mean_of_institutions:
      return "mean_of_institutions";
  }
  PRIMA_UNREACHABLE("every aggregate has a name");
}

std::string_view official_name(Zone zone) {
  switch (zone) {
    case Zone::green:
      return "Hijau";
    case Zone::yellow:
      return "Kuning";
    case Zone::red:
      return "Merah";
  }
  PRIMA_UNREACHABLE("every zone has a name");
}

Words words(Zone zone) {
  switch (zone) {
    case Zone::green:
      return {"Hijau", "Green"};
    case Zone::yellow:
      return {"Kuning", "Yellow"};
    case Zone::red:
      return {"Merah", "Red"};
  }
  PRIMA_UNREACHABLE("every zone has words");
}

std::string_view name(Oversight oversight) {
  switch (oversight) {
    case Oversight::followed:
      return "followed";
    case Oversight::open:
      return "open";
    case Oversight::none:
      return "none";
  }
  PRIMA_UNREACHABLE("every oversight level has a name");
}

std::optional<Oversight> oversight(std::string_view text) {
  for (const Oversight level : {Oversight::followed, Oversight::open, Oversight::none}) {
    if (name(level) == text) return level;
  }
  return std::nullopt;
}

Rational Indicator::maximum() const {
  Rational most;
  if (!is_measured()) {
    for (const Choice& choice : choices) most = std::max(most, choice.points);
    return most;
  }
  if (thresholds.empty()) return greatest.value_or(Rational());
  for (const Threshold& rung : thresholds) most = std::max(most, rung.points);
  return most;
}

const Reference* Instrument::reference(std::string_view id) const { return find_by_id(references, id); }

const Indicator* Instrument::indicator(std::string_view id) const { return find_by_id(indicators, id); }

const Band* Instrument::band(std::string_view key) const {
  const auto found = std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.key == key; });
  return found == bands.end() ? nullptr : &*found;
}

}  // namespace prima::instrument
