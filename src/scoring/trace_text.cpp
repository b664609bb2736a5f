#include <fmt/format.h>

#include "instrument/show_text.h"
#include "scoring/trace.h"

namespace prima::scoring {

using instrument::Instrument;

namespace {

constexpr int shown_places = 4;  // figures inside a trace; the exact fraction stands beside the published ones

std::string shown(const Rational& value, Language language) {
  return with_decimal_mark(fixed(value, Rounding{shown_places, RoundingMode::half_even}), language);
}

std::string in_full(const Rational& value, Language language) { return with_decimal_mark(plain(value), language); }

std::string sources(const TraceNode& node, const Instrument& instrument, Language language) {
  std::string text = instrument::words(node.mark.standing).in(language);
  for (const std::string& id : node.mark.references) {
    const instrument::Reference* reference = instrument.reference(id);
    if (reference != nullptr) text += "; " + reference->cite;
  }
  return text;
}

std::string headline(const TraceNode& node, Language language) {
  const bool id = language == Language::id;
  std::string line = node.kind == TraceNode::Kind::indicator ? node.id + " " : std::string();
  line += node.label.in(language);
  if (!node.exact) return line + ": " + node.rule.in(language);
  line += ": " + (node.rounded.empty() ? shown(*node.exact, language) : with_decimal_mark(node.rounded, language));
  if (node.maximum) line += fmt::format(" {} {}", id ? "dari" : "of", in_full(*node.maximum, language));
  if (node.weight) line += fmt::format(", {} {}", id ? "bobot" : "weight", in_full(*node.weight, language));
  if (node.contribution)
    line += fmt::format(", {} {}", id ? "menyumbang" : "contributes", shown(*node.contribution, language));
  if (node.lost && node.lost->sign() > 0)
    line += fmt::format(", {} {}", id ? "kehilangan" : "loses", shown(*node.lost, language));
  return line;
}

void write(const TraceNode& node, const Instrument& instrument, Language language, std::size_t depth,
           std::string& text) {
  const std::string indent(depth * 2, ' ');
  text += indent + headline(node, language) + "\n";
  if (node.exact)
    text += fmt::format("{}  = {} [{}]\n", indent, node.rule.in(language), sources(node, instrument, language));
  for (const Words& note : node.notes) text += indent + "  * " + note.in(language) + "\n";
  for (const TraceNode& part : node.parts) write(part, instrument, language, depth + 1, text);
}

}  // namespace

std::string to_text(const TraceNode& trace, const Instrument& instrument, Language language) {
  std::string text;
  write(trace, instrument, language, 0, text);
  return text;
}

}  // namespace prima::scoring
