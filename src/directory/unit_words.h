#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "directory/unit.h"

namespace prima::directory {

// One value of an enumeration with its words. `key` is how it is kept and exchanged by programs; the Indonesian word is
// how tables that people edit write it. Either, and the English one, may be typed; case, "_" and "-" do not matter.
template <typename Value>
struct UnitWord {
  Value value;
  std::string_view key;
  std::string_view id;
  std::string_view en;
  std::string_view also = {};  // further words that people write, separated by "|"

  Words words() const { return {std::string(id), std::string(en)}; }
};

std::span<const UnitWord<UnitKind>> unit_kinds();
std::span<const UnitWord<ChannelKind>> channel_kinds();
std::span<const UnitWord<AccessFeature>> access_features();

const UnitWord<UnitKind>& word_of(UnitKind kind);
const UnitWord<ChannelKind>& word_of(ChannelKind kind);
const UnitWord<AccessFeature>& word_of(AccessFeature feature);

std::optional<UnitKind> parse_unit_kind(std::string_view text);
std::optional<ChannelKind> parse_channel_kind(std::string_view text);
std::optional<AccessFeature> parse_access_feature(std::string_view text);

// "Senin", "Monday"; 0 is Monday.
Words weekday_words(int weekday);

}  // namespace prima::directory
