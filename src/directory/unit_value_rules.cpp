#include "directory/unit_value_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

#include "base/text.h"
#include "directory/directory_text_rules.h"
#include "directory/unit_words.h"

namespace prima::directory {

namespace {

constexpr std::int32_t millionths_of_degree = 1'000'000;
constexpr std::size_t places = 6;
constexpr std::size_t most_channels = 20;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int32_t> digits_of(std::string_view text) {
  if (text.empty() || text.size() > places || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::int32_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

// The parts between separators, trimmed, empty ones left out.
std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

template <typename Word>
Words not_one_of(std::string_view text, std::span<const Word> table) {
  std::string id;
  std::string en;
  for (const Word& one : table) {
    id += (id.empty() ? "" : ", ") + std::string(one.id);
    en += (en.empty() ? "" : ", ") + std::string(one.en);
  }
  const std::string shown = shown_to_people(text);
  return {fmt::format("\"{}\" tidak dikenal; pilih dari: {}", shown, id),
          fmt::format("\"{}\" is not known; choose from: {}", shown, en)};
}

Result<Channel, Words> parse_channel(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  auto kind = parse_channel_kind(text.substr(0, colon));
  // A bare address needs no word before it.
  if (!kind && (text.starts_with("https://") || text.starts_with("http://"))) {
    auto address = parse_website(text);
    if (!address) return failure(address.error());
    return Channel{ChannelKind::web, *std::move(address)};
  }
  if (!kind) return failure(not_one_of(text.substr(0, colon), channel_kinds()));
  const std::string_view rest = trimmed(text.substr(std::min(colon + 1, text.size())));
  if (rest.empty()) return Channel{*kind, {}};
  Result<std::string, Words> address = *kind == ChannelKind::web     ? parse_website(rest)
                                       : *kind == ChannelKind::email ? parse_email(rest)
                                       : *kind == ChannelKind::phone || *kind == ChannelKind::whatsapp
                                           ? parse_phone(rest)
                                           : parse_line(rest, 200);
  if (!address) return failure(address.error());
  return Channel{*kind, *std::move(address)};
}

}  // namespace

Result<std::int32_t, Words> parse_degrees(std::string_view text, int limit) {
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  const std::size_t point = std::min(rest.find_first_of(".,"), rest.size());
  const auto whole = digits_of(rest.substr(0, point));
  std::string fraction(rest.substr(std::min(point + 1, rest.size())));
  // More decimals than a centimetre needs are cut off.
  const bool digits_only = std::all_of(fraction.begin(), fraction.end(), is_digit) && fraction.size() <= 15;
  fraction.resize(places, '0');
  const auto parts = digits_only ? digits_of(fraction) : std::nullopt;
  const bool fits = whole && parts && *whole <= limit && (*whole < limit || *parts == 0);
  if (!fits) {
    const std::string shown = shown_to_people(text);
    return failure(Words{fmt::format("\"{}\" bukan koordinat; tulis derajat desimal dari -{} sampai {}, misalnya {}",
                                     shown, limit, limit, limit == 90 ? "-6.914744" : "107.609810"),
                         fmt::format("\"{}\" is no coordinate; write decimal degrees from -{} to {}, for example {}",
                                     shown, limit, limit, limit == 90 ? "-6.914744" : "107.609810")});
  }
  const std::int32_t value = *whole * millionths_of_degree + *parts;
  return negative ? -value : value;
}

std::string degrees_text(std::int32_t millionths) {
  const std::int32_t size = millionths < 0 ? -millionths : millionths;
  return fmt::format("{}{}.{:06}", millionths < 0 ? "-" : "", size / millionths_of_degree, size % millionths_of_degree);
}

Result<std::vector<Channel>, Words> parse_channels(std::string_view text) {
  std::vector<Channel> channels;
  for (const std::string_view part : parts_of(text, ";\n")) {
    auto channel = parse_channel(part);
    if (!channel) return failure(channel.error());
    if (std::find(channels.begin(), channels.end(), *channel) == channels.end())
      channels.push_back(*std::move(channel));
  }
  if (channels.size() > most_channels)
    return failure(Words{"lebih dari 20 saluran; hapus yang tidak perlu",
                         "more than 20 channels; remove those that are not needed"});
  return channels;
}

std::string to_text(const std::vector<Channel>& channels) {
  std::string text;
  for (const Channel& channel : channels) {
    text += (text.empty() ? "" : "; ") + std::string(word_of(channel.kind).id);
    if (!channel.address.empty()) text += ": " + channel.address;
  }
  return text;
}

Result<std::vector<AccessFeature>, Words> parse_access(std::string_view text) {
  std::vector<AccessFeature> features;
  for (const std::string_view part : parts_of(text, ",;\n")) {
    const auto feature = parse_access_feature(part);
    if (!feature) return failure(not_one_of(part, access_features()));
    features.push_back(*feature);
  }
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

std::string to_text(const std::vector<AccessFeature>& features) {
  std::string text;
  for (const AccessFeature feature : features) text += (text.empty() ? "" : ", ") + std::string(word_of(feature).id);
  return text;
}

Result<std::string, Words> parse_phone(std::string_view text) {
  constexpr std::string_view allowed = "0123456789+-() .";
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  const bool fits = text.size() <= 30 && text.find_first_not_of(allowed) == std::string_view::npos && digits >= 3 &&
                    digits <= 15 && text.find('+', 1) == std::string_view::npos;
  if (fits) return std::string(text);
  const std::string shown = shown_to_people(text);
  return failure(Words{fmt::format("\"{}\" bukan nomor telepon; tulis misalnya +62 21 5550100", shown),
                       fmt::format("\"{}\" is no telephone number; write for example +62 21 5550100", shown)});
}

Result<std::string, Words> parse_email(std::string_view text) {
  const std::size_t at = text.find('@');
  const bool fits = at != std::string_view::npos && at > 0 && text.size() <= 254 && !has_hidden_characters(text) &&
                    text.find_first_of(" ,;<>\"()") == std::string_view::npos &&
                    text.find('@', at + 1) == std::string_view::npos &&
                    text.find('.', at + 2) != std::string_view::npos && !text.ends_with('.');
  if (fits) return std::string(text);
  const std::string shown = shown_to_people(text);
  return failure(Words{fmt::format("\"{}\" bukan alamat surel; tulis misalnya layanan@contoh.go.id", shown),
                       fmt::format("\"{}\" is no e-mail address; write for example layanan@contoh.go.id", shown)});
}

Result<std::string, Words> parse_website(std::string_view text) {
  const std::string_view host = text.starts_with("https://")  ? text.substr(8)
                                : text.starts_with("http://") ? text.substr(7)
                                                              : std::string_view{};
  const bool fits = !host.empty() && host.front() != '/' && text.size() <= 300 && !has_hidden_characters(text) &&
                    text.find_first_of(" ;<>\"'\\") == std::string_view::npos;
  if (fits) return std::string(text);
  const std::string shown = shown_to_people(text);
  return failure(Words{fmt::format("\"{}\" bukan alamat situs; tulis misalnya https://layanan.contoh.go.id", shown),
                       fmt::format("\"{}\" is no web address; write for example https://layanan.contoh.go.id", shown)});
}

Result<std::string, Words> parse_postcode(std::string_view text) {
  if (text.size() == 5 && std::all_of(text.begin(), text.end(), is_digit)) return std::string(text);
  const std::string shown = shown_to_people(text);
  return failure(Words{fmt::format("\"{}\" bukan kode pos; tulis lima angka, misalnya 50132", shown),
                       fmt::format("\"{}\" is no postcode; write five digits, for example 50132", shown)});
}

Result<std::string, Words> parse_line(std::string_view text, std::size_t longest) {
  std::string line;
  for (const std::string_view part : parts_of(text, "\n\r")) line += (line.empty() ? "" : ", ") + std::string(part);
  if (has_hidden_characters(line)) {
    return failure(Words{"teks ini memuat karakter yang tidak terlihat; ketik ulang",
                         "this text holds characters that cannot be seen; type it again"});
  }
  if (characters_of(line) <= longest) return line;
  return failure(Words{fmt::format("teks ini lebih panjang dari {} karakter; persingkat", longest),
                       fmt::format("this text is longer than {} characters; shorten it", longest)});
}

}  // namespace prima::directory
