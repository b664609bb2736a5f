#include "instrument/diff.h"

#include <fmt/format.h>

#include <algorithm>

namespace prima::instrument {

namespace {

class Comparison {
 public:
  std::vector<Change> changes;

  void add(std::string part, std::string id, Words words) {
    changes.push_back(Change{std::move(part), std::move(id), std::move(words)});
  }

  // Adds a change when the two texts differ.
  void differ(const std::string& part, const std::string& id, const Words& what, const std::string& before,
              const std::string& after) {
    if (before == after) return;
    add(part, id,
        {fmt::format("{}: {} menjadi {}", what.id, before, after),
         fmt::format("{}: {} became {}", what.en, before, after)});
  }
};

std::string shown(const std::optional<Rational>& value) { return value ? plain(*value) : "-"; }

std::string shown(const Rounding& rounding) { return fmt::format("{} {}", rounding.places, name(rounding.mode)); }

template <typename T>
const T* find(const std::vector<T>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::string ladder_of(const Indicator& indicator) {
  std::string text;
  for (const Choice& choice : indicator.choices)
    text += (text.empty() ? "" : ", ") + choice.id + "=" + plain(choice.points);
  if (indicator.is_measured()) text = fmt::format("{} - {}", plain(*indicator.least), plain(*indicator.greatest));
  for (const Threshold& rung : indicator.thresholds) {
    text += rung.limit ? fmt::format(", {} {}: {}", rung.above ? ">" : ">=", plain(*rung.limit), plain(rung.points))
                       : ", " + plain(rung.points);
  }
  return text;
}

std::string shown(bool flag) { return flag ? "true" : "false"; }

std::string validity_of(const Instrument& one) {
  return iso(one.valid_from) + " - " + (one.valid_to ? iso(*one.valid_to) : std::string());
}

std::string rule_of(const Gate& gate) {
  const std::string when = gate.condition == Gate::Condition::oversight_is
                               ? std::string(name(gate.oversight))
                               : fmt::format("{} < {}", gate.part, plain(gate.below));
  return when + (gate.effect == Gate::Effect::cap ? ", cap " + gate.cap : ", withhold certificate");
}

void compare_level(Comparison& out, const Words& what, const Level& before, const Level& after) {
  out.differ("level", what.en, {"cara gabung " + what.id, "aggregation of " + what.en},
             std::string(name(before.aggregate)), std::string(name(after.aggregate)));
  out.differ("level", what.en, {"pembulatan " + what.id, "rounding of " + what.en}, shown(before.rounding),
             shown(after.rounding));
}

// A level that an instrument may leave out.
void compare_level(Comparison& out, const Words& what, const std::optional<Level>& before,
                   const std::optional<Level>& after) {
  if (before && after) return compare_level(out, what, *before, *after);
  out.differ("level", what.en, {"pembulatan " + what.id, "rounding of " + what.en},
             before ? shown(before->rounding) : "-", after ? shown(after->rounding) : "-");
}

void compare_indicator(Comparison& out, const Instrument& a, const Indicator& before, const Instrument& b,
                       const Indicator& after) {
  const std::string id = before.id;
  const auto what = [&](const char* in_id, const char* in_en) {
    return Words{fmt::format("indikator {}, {}", id, in_id), fmt::format("indicator {}, {}", id, in_en)};
  };
  out.differ("indicator", id, what("dimensi", "dimension"), a.dimensions[before.dimension].id,
             b.dimensions[after.dimension].id);
  out.differ("indicator", id, what("bobot", "weight"), shown(before.weight), shown(after.weight));
  out.differ("indicator", id, what("jenis jawaban", "kind of answer"), std::string(name(before.kind)),
             std::string(name(after.kind)));
  out.differ("indicator", id, what("jawaban", "answers"), ladder_of(before), ladder_of(after));
  out.differ("indicator", id, what("penjawab", "answered by"), std::string(name(before.answered_by)),
             std::string(name(after.answered_by)));
  out.differ("indicator", id, what("wajib", "mandatory"), shown(before.mandatory), shown(after.mandatory));
  out.differ("indicator", id, what("hanya informasi", "informational"), shown(before.informational),
             shown(after.informational));
  out.differ("indicator", id, what("boleh tidak berlaku", "may be not applicable"), shown(before.may_be_not_applicable),
             shown(after.may_be_not_applicable));
  if (before.question != after.question)
    out.add("indicator", id,
            {fmt::format("indikator {}: pertanyaannya berubah", id),
             fmt::format("indicator {}: its question changed", id)});
}

void compare_dimensions(Comparison& out, const Instrument& before, const Instrument& after) {
  for (const Dimension& one : before.dimensions) {
    const Dimension* other = find(after.dimensions, one.id);
    if (other == nullptr) {
      out.add("dimension", one.id,
              {fmt::format("dimensi {} dihapus", one.id), fmt::format("dimension {} was removed", one.id)});
      continue;
    }
    out.differ("dimension", one.id, {"bobot dimensi " + one.id, "weight of dimension " + one.id}, plain(one.weight),
               plain(other->weight));
    const auto way = [](const Dimension& dimension) {
      return dimension.aggregate == DimensionAggregate::mean ? "mean" : "weighted";
    };
    out.differ("dimension", one.id, {"cara gabung dimensi " + one.id, "aggregation of dimension " + one.id}, way(one),
               way(*other));
  }
  for (const Dimension& one : after.dimensions) {
    if (find(before.dimensions, one.id) != nullptr) continue;
    out.add("dimension", one.id,
            {fmt::format("dimensi {} ditambahkan dengan bobot {}", one.id, plain(one.weight)),
             fmt::format("dimension {} was added with weight {}", one.id, plain(one.weight))});
  }
}

void compare_indicators(Comparison& out, const Instrument& before, const Instrument& after) {
  for (const Indicator& one : before.indicators) {
    const Indicator* other = after.indicator(one.id);
    if (other != nullptr) {
      compare_indicator(out, before, one, after, *other);
    } else {
      out.add("indicator", one.id,
              {fmt::format("indikator {} dihapus: {}", one.id, one.question.id),
               fmt::format("indicator {} was removed: {}", one.id, one.question.en)});
    }
  }
  for (const Indicator& one : after.indicators) {
    if (before.indicator(one.id) != nullptr) continue;
    out.add("indicator", one.id,
            {fmt::format("indikator {} ditambahkan: {}", one.id, one.question.id),
             fmt::format("indicator {} was added: {}", one.id, one.question.en)});
  }
}

std::string described(const Band& band) {
  return fmt::format("{} - {} {}{}", plain(band.min), plain(band.max), band.quality.id,
                     band.zone ? fmt::format(" ({})", official_name(*band.zone)) : "");
}

void compare_bands(Comparison& out, const Instrument& before, const Instrument& after) {
  for (const Band& one : before.bands) {
    const Band* other = after.band(one.key);
    if (other == nullptr) {
      out.add("band", one.key,
              {fmt::format("kategori {} dihapus ({})", one.key, described(one)),
               fmt::format("category {} was removed ({})", one.key, described(one))});
    } else {
      out.differ("band", one.key, {"kategori " + one.key, "category " + one.key}, described(one), described(*other));
    }
  }
  for (const Band& one : after.bands) {
    if (before.band(one.key) != nullptr) continue;
    out.add("band", one.key,
            {fmt::format("kategori {} ditambahkan ({})", one.key, described(one)),
             fmt::format("category {} was added ({})", one.key, described(one))});
  }
}

void compare_gates(Comparison& out, const Instrument& before, const Instrument& after) {
  for (const Gate& one : before.gates) {
    const Gate* other = find(after.gates, one.id);
    if (other == nullptr) {
      out.add("gate", one.id, {"syarat dihapus: " + one.text.id, "gate removed: " + one.text.en});
    } else {
      out.differ("gate", one.id, {"syarat " + one.id, "gate " + one.id}, rule_of(one), rule_of(*other));
    }
  }
  for (const Gate& one : after.gates) {
    if (find(before.gates, one.id) == nullptr)
      out.add("gate", one.id, {"syarat ditambahkan: " + one.text.id, "gate added: " + one.text.en});
  }
  if (before.second_axis.has_value() == after.second_axis.has_value()) return;
  const Words name = (after.second_axis ? *after.second_axis : *before.second_axis).name;
  if (after.second_axis) {
    out.add("axis", "", {"sumbu kedua ditambahkan: " + name.id, "second axis added: " + name.en});
  } else {
    out.add("axis", "", {"sumbu kedua dihapus: " + name.id, "second axis removed: " + name.en});
  }
}

}  // namespace

std::vector<Change> diff(const Instrument& before, const Instrument& after) {
  Comparison out;
  out.differ("validity", "", {"berlaku", "valid"}, validity_of(before), validity_of(after));
  out.differ("scale", "", {"skala", "scale"}, plain(before.scale_min) + " - " + plain(before.scale_max),
             plain(after.scale_min) + " - " + plain(after.scale_max));
  compare_level(out, {"unit", "units"}, before.unit, after.unit);
  compare_level(out, {"instansi", "institutions"}, before.institution, after.institution);
  compare_level(out, {"provinsi", "provinces"}, before.province, after.province);
  compare_level(out, {"nasional", "the nation"}, before.national, after.national);
  compare_dimensions(out, before, after);
  compare_indicators(out, before, after);
  compare_bands(out, before, after);
  compare_gates(out, before, after);
  return std::move(out.changes);
}

std::string to_text(const std::vector<Change>& changes, Language language) {
  if (changes.empty())
    return language == Language::id ? "Tidak ada perbedaan dalam penilaian.\n"
                                    : "No difference in how scores are made.\n";
  std::string text;
  for (const Change& change : changes) text += "- " + change.words.in(language) + "\n";
  return text;
}

}  // namespace prima::instrument
