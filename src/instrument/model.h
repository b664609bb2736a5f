#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "base/rounding.h"
#include "base/words.h"

// An instrument: one assessment method, in one version, as data. The file format and the meaning of every part stand in
// docs/reference/instrument-format.md.
namespace prima::instrument {

// Where an element comes from. It is shown wherever the element is shown.
enum class Standing { official, inferred, ours };

std::string_view name(Standing standing);

struct Reference {
  std::string id;
  std::string kind;  // law, regulation, guideline, report, news, secondary
  Words title;
  std::string cite;  // the short form shown beside an element
  std::string url;   // may be empty
  std::int64_t line = 0;
};

// The standing of one element with what it rests on.
struct Mark {
  Standing standing = Standing::ours;
  std::vector<std::string> references;  // ids of Instrument::references
  Words note;                           // may be empty
};

enum class AnswerKind { choice, yes_no, number, count, share, figure };

std::string_view name(AnswerKind kind);

// One rung of a ladder.
struct Choice {
  std::string id;
  Rational points;
  Words text;
  std::int64_t line = 0;
};

// One rung of a measured answer: its points count when the measure is at least (or above) the limit and no later rung
// is reached.
struct Threshold {
  std::optional<Rational> limit;  // nothing for the lowest rung
  bool above = false;             // the limit itself does not reach the rung
  Rational points;
  Words text;
  std::int64_t line = 0;
};

// Whose answer an indicator holds. The answers of several respondents, or products, are averaged.
enum class Answerer { unit, product, respondent };

std::string_view name(Answerer answerer);

struct Role {
  std::string id;
  Words name;
  std::int64_t line = 0;
};

struct Ladder {
  std::string id;
  bool monotone = false;
  std::vector<Choice> choices;
  std::int64_t line = 0;
};

struct Indicator {
  std::string id;
  std::string since;  // the version in which this id first had this meaning
  Words question;
  Words guidance;
  Words good;  // example of good evidence; may be empty
  Words weak;  // example of evidence that does not suffice; may be empty
  std::vector<Words> evidence;
  AnswerKind kind = AnswerKind::choice;
  Answerer answered_by = Answerer::unit;
  std::vector<std::string> roles;
  bool mandatory = true;
  bool informational = false;
  bool may_be_not_applicable = false;
  Words not_applicable_when;
  bool monotone = false;
  std::string ladder;             // the shared ladder its choices come from; empty when they stand on the spot
  std::vector<Choice> choices;    // kind choice and yes_no
  std::optional<Rational> least;  // the range of a measured answer
  std::optional<Rational> greatest;
  std::vector<Threshold> thresholds;  // empty: the measure is the points
  std::optional<Rational>
      weight;  // inside the dimension; nothing when informational or when the dimension takes the mean
  Mark mark;
  Mark weight_mark;
  std::size_t dimension = 0;  // index into Instrument::dimensions
  std::size_t variable = 0;   // index into Dimension::variables
  std::int64_t line = 0;

  bool is_measured() const { return kind != AnswerKind::choice && kind != AnswerKind::yes_no; }
  // The most points an answer can bring.
  Rational maximum() const;
};

struct Variable {
  std::string id;
  Words name;
  Mark mark;
  std::int64_t line = 0;
};

enum class DimensionAggregate { weighted, mean };

struct Dimension {
  std::string id;
  Words name;
  Rational weight;
  DimensionAggregate aggregate = DimensionAggregate::weighted;
  Mark mark;
  std::vector<Variable> variables;
  std::size_t first_indicator = 0;  // its indicators stand together in Instrument::indicators
  std::size_t indicator_count = 0;
  std::int64_t line = 0;
};

enum class LevelAggregate { weighted_dimensions, mean_of_units, mean_of_products, mean_of_institutions };

std::string_view name(LevelAggregate aggregate);

// How scores combine at one level, and how the published figure is rounded there.
struct Level {
  LevelAggregate aggregate = LevelAggregate::weighted_dimensions;
  Rounding rounding;
  Mark mark;
  std::int64_t line = 0;
};

enum class Zone { green, yellow, red };

// The official Indonesian name: Hijau, Kuning, Merah.
std::string_view official_name(Zone zone);
Words words(Zone zone);

struct Band {
  std::string key;
  Words quality;
  Words opinion;  // empty where the instrument gives no opinion
  std::optional<Zone> zone;
  Rational min;
  Rational max;
  Mark mark;
  std::int64_t line = 0;
};

// What became of the Ombudsman's products of oversight: followed up, still open, or there were none.
enum class Oversight { followed, open, none };

std::string_view name(Oversight oversight);
std::optional<Oversight> oversight(std::string_view name);

struct OversightLevel {
  Oversight key = Oversight::none;
  Words name;
  Words opinion_suffix;  // may be empty
  Mark mark;
  std::int64_t line = 0;
};

struct SecondAxis {
  std::string id;
  Words name;
  std::vector<OversightLevel> levels;  // one of each key
  std::int64_t line = 0;
};

// A rule that holds whatever the points say.
struct Gate {
  enum class Subject { unit, institution };
  enum class Condition { indicator_below, dimension_below, oversight_is };
  enum class Effect { cap, withhold_certificate };

  std::string id;
  Subject subject = Subject::institution;
  Condition condition = Condition::oversight_is;
  std::string part;  // the indicator or dimension; empty for oversight_is
  Rational below;    // points of the indicator's mean, or the dimension's score on the scale
  Oversight oversight = Oversight::open;
  Effect effect = Effect::withhold_certificate;
  std::string cap;  // key of the best band allowed
  Words text;
  Mark mark;
  std::int64_t line = 0;
};

struct Instrument {
  std::string file;     // as it was named to the reader
  std::string hash;     // "sha256:" and 64 hex digits, of the file's bytes
  std::string family;   // "ombudsman/kepatuhan"
  std::string version;  // "2023"
  Words title;
  Words summary;
  Words authority;
  std::string authority_url;
  Date valid_from{};
  std::optional<Date> valid_to;
  std::vector<Reference> references;
  Rational scale_min;
  Rational scale_max;
  bool samples_products = false;
  bool samples_respondents = false;
  std::vector<Role> roles;
  std::vector<Ladder> ladders;
  Level unit;
  Level institution;
  std::optional<Level> province;
  std::optional<Level> national;
  std::vector<Dimension> dimensions;
  std::vector<Indicator> indicators;  // in the instrument's own order
  std::vector<Band> bands;            // from the best to the worst
  std::optional<SecondAxis> second_axis;
  std::vector<Gate> gates;
  std::vector<std::string> retired;
  std::int64_t bands_line = 0;
  std::int64_t dimensions_line = 0;
  std::int64_t scale_line = 0;

  // "ombudsman/kepatuhan/2023".
  std::string id() const { return family + "/" + version; }
  const Reference* reference(std::string_view id) const;
  const Indicator* indicator(std::string_view id) const;
  const Band* band(std::string_view key) const;
};

}  // namespace prima::instrument
