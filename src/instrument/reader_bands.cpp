#include <fmt/format.h>

#include "instrument/reader_parts.h"

namespace prima::instrument {

namespace {

constexpr NameTable<Zone, 3> zones = {{{"Hijau", Zone::green}, {"Kuning", Zone::yellow}, {"Merah", Zone::red}}};
constexpr NameTable<Oversight, 3> oversight_levels = {
    {{"followed", Oversight::followed}, {"open", Oversight::open}, {"none", Oversight::none}}};
constexpr NameTable<Gate::Subject, 2> gate_levels = {
    {{"unit", Gate::Subject::unit}, {"institution", Gate::Subject::institution}}};

Band read_band(const YamlNode& item) {
  item.allow_keys({"key", "quality", "opinion", "zone", "min", "max", "standing", "references", "note"});
  Band band;
  band.key = item.required("key").text();
  band.quality = item.required("quality").words();
  band.opinion = item.optional("opinion").words();
  const YamlNode zone = item.optional("zone");
  if (zone.exists()) band.zone = read_name(zone, zones);
  band.min = item.required("min").number();
  band.max = item.required("max").number();
  band.mark = read_mark(item);
  band.line = item.line();
  return band;
}

void read_condition(const YamlNode& when, Gate& gate) {
  when.allow_keys({"axis", "indicator", "dimension", "below"});
  const YamlNode axis = when.optional("axis");
  if (axis.exists()) {
    gate.condition = Gate::Condition::oversight_is;
    gate.oversight = read_name(axis, oversight_levels);
    return;
  }
  const YamlNode indicator = when.optional("indicator");
  gate.condition = indicator.exists() ? Gate::Condition::indicator_below : Gate::Condition::dimension_below;
  gate.part = indicator.exists() ? indicator.id() : when.required("dimension").id();
  gate.below = when.required("below").number();
}

void read_effect(const YamlNode& then, Gate& gate) {
  then.allow_keys({"cap", "withhold"});
  const YamlNode withhold = then.optional("withhold");
  if (!withhold.exists()) {
    gate.effect = Gate::Effect::cap;
    gate.cap = then.required("cap").text();
    return;
  }
  gate.effect = Gate::Effect::withhold_certificate;
  if (withhold.text() != "certificate") {
    withhold.report("unknown_value", {fmt::format("{}: yang dapat ditahan hanya \"certificate\"", withhold.path()),
                                      fmt::format("{}: only \"certificate\" can be withheld", withhold.path())});
  }
}

}  // namespace

void read_bands(const YamlNode& list, Instrument& instrument) {
  instrument.bands_line = list.line();
  for (const YamlNode& item : list.items()) instrument.bands.push_back(read_band(item));
}

void read_second_axis(const YamlNode& node, Instrument& instrument) {
  if (!node.exists()) return;
  node.allow_keys({"id", "name", "levels"});
  SecondAxis axis;
  axis.id = node.required("id").id();
  axis.name = node.required("name").words();
  axis.line = node.line();
  for (const YamlNode& item : node.required("levels").items()) {
    item.allow_keys({"key", "name", "opinion_suffix", "standing", "references", "note"});
    axis.levels.push_back(OversightLevel{read_name(item.required("key"), oversight_levels),
                                         item.required("name").words(), item.optional("opinion_suffix").words(),
                                         read_mark(item), item.line()});
  }
  instrument.second_axis = std::move(axis);
}

void read_gates(const YamlNode& list, Instrument& instrument) {
  for (const YamlNode& item : list.items()) {
    item.allow_keys({"id", "level", "when", "then", "text", "standing", "references", "note"});
    Gate gate;
    gate.id = item.required("id").id();
    gate.subject = read_name(item.required("level"), gate_levels);
    read_condition(item.required("when"), gate);
    read_effect(item.required("then"), gate);
    gate.text = item.required("text").words();
    gate.mark = read_mark(item);
    gate.line = item.line();
    instrument.gates.push_back(std::move(gate));
  }
}

}  // namespace prima::instrument
