#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "instrument/model.h"
#include "instrument/yaml.h"

// The parts that read_instrument() is made of. Each adds its findings to the node's problems.
namespace prima::instrument {

// The names a key may have in the file, and what each stands for.
template <typename T, std::size_t N>
using NameTable = std::array<std::pair<std::string_view, T>, N>;

// Reads one of the names of `table`; adds a finding that lists them when it is another.
template <typename T, std::size_t N>
T read_name(const YamlNode& node, const NameTable<T, N>& table) {
  const std::string text = node.text();
  std::string list;
  for (const auto& [name, value] : table) {
    if (name == text) return value;
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  if (node.exists()) {
    const std::string shown = shown_to_people(text);
    node.report("unknown_value", {node.path() + ": \"" + shown + "\" tidak dikenal; pilih salah satu dari " + list,
                                  node.path() + ": \"" + shown + "\" is not known; choose one of " + list});
  }
  return table.front().second;
}

Standing read_standing(const YamlNode& node);
// The keys standing, references and note of `node`.
Mark read_mark(const YamlNode& node);
void read_ladders(const YamlNode& list, Instrument& instrument);
void read_dimensions(const YamlNode& list, Instrument& instrument);
void read_bands(const YamlNode& list, Instrument& instrument);
void read_second_axis(const YamlNode& node, Instrument& instrument);
void read_gates(const YamlNode& list, Instrument& instrument);

}  // namespace prima::instrument
