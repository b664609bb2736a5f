#include "instrument/show_text.h"

#include <fmt/format.h>

#include "base/assert.h"

namespace prima::instrument {

namespace {

// One language's view of an instrument.
struct View {
  const Instrument& instrument;
  Language language;

  std::string say(const Words& words) const { return words.in(language); }
  std::string mark(const Mark& mark) const {
    std::string text = say(words(mark.standing));
    for (const std::string& id : mark.references) {
      const Reference* reference = instrument.reference(id);
      if (reference != nullptr) text += "; " + reference->cite;
    }
    return "[" + text + "]";
  }
};

std::string head(const View& view) {
  const Instrument& one = view.instrument;
  const std::string until = one.valid_to ? iso(*one.valid_to) : view.say({"sekarang", "now"});
  return fmt::format("{}\n{}\n{}\n{}: {} - {}\n{}: {}\n\n", one.id(), view.say(one.title), view.say(one.authority),
                     view.say({"Berlaku", "Valid"}), iso(one.valid_from), until,
                     view.say({"Sidik isi", "Content hash"}), one.hash);
}

std::string indicator_line(const View& view, const Indicator& indicator) {
  const std::string weight = indicator.weight ? plain(*indicator.weight) : view.say({"tanpa bobot", "no weight"});
  std::string line =
      fmt::format("    {}  {}  {} {}\n", indicator.id, weight, view.say(indicator.question), view.mark(indicator.mark));
  if (indicator.weight && indicator.weight_mark.standing != indicator.mark.standing) {
    line += fmt::format("      {} {}\n", view.say({"bobot", "weight"}), view.mark(indicator.weight_mark));
  }
  return line;
}

std::string tree(const View& view) {
  std::string text;
  for (const Dimension& dimension : view.instrument.dimensions) {
    text += fmt::format("{}  {}  {} {}\n", dimension.id, plain(dimension.weight), view.say(dimension.name),
                        view.mark(dimension.mark));
    std::size_t variable = dimension.variables.size();
    for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
      const Indicator& indicator = view.instrument.indicators[dimension.first_indicator + i];
      if (indicator.variable != variable) {
        variable = indicator.variable;
        text += fmt::format("  {} {}\n", view.say(dimension.variables[variable].name),
                            view.mark(dimension.variables[variable].mark));
      }
      text += indicator_line(view, indicator);
    }
  }
  return text;
}

std::string bands(const View& view) {
  std::string text = "\n" + view.say({"Kategori", "Categories"}) + "\n";
  for (const Band& band : view.instrument.bands) {
    text += fmt::format("  {}  {} - {}  {}", band.key, plain(band.min), plain(band.max), view.say(band.quality));
    if (band.zone) text += ", " + view.say(words(*band.zone));
    if (!band.opinion.empty()) text += ", " + view.say(band.opinion);
    text += " " + view.mark(band.mark) + "\n";
  }
  return text;
}

}  // namespace

Words words(Standing standing) {
  switch (standing) {
    case Standing::official:
      return {"resmi", "official"};
    case Standing::inferred:
      return {"disimpulkan", "inferred"};
    case Standing::ours:
      return {"usulan Prima", "ours"};
  }
  PRIMA_UNREACHABLE("every standing has words");
}

std::string to_text(const Instrument& instrument, Language language) {
  const View view{instrument, language};
  std::string text = head(view) + tree(view) + bands(view);
  for (const Gate& gate : instrument.gates) text += fmt::format("\n{} {}\n", view.say(gate.text), view.mark(gate.mark));
  return text;
}

}  // namespace prima::instrument
