#include "directory/unit_words.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"

namespace prima::directory {

namespace {

constexpr std::array<UnitWord<UnitKind>, 14> kinds = {{
    {UnitKind::office, "office", "dinas", "office", "kantor dinas"},
    {UnitKind::agency, "agency", "badan", "agency"},
    {UnitKind::bureau, "bureau", "bagian", "bureau", "biro|sekretariat"},
    {UnitKind::district_office, "district_office", "kecamatan", "district office", "kec|distrik"},
    {UnitKind::village_office, "village_office", "kelurahan", "village office", "desa|kel"},
    {UnitKind::service_mall, "service_mall", "mal pelayanan publik", "public service mall", "mpp"},
    {UnitKind::health_centre, "health_centre", "puskesmas", "health centre", "pkm|health center"},
    {UnitKind::hospital, "hospital", "rumah sakit", "hospital", "rs|rsud|rsup"},
    {UnitKind::school, "school", "sekolah", "school", "sd|smp|sma|smk"},
    {UnitKind::branch, "branch", "uptd", "branch", "upt"},
    {UnitKind::police, "police", "kepolisian", "police", "polres|polsek|polresta"},
    {UnitKind::land, "land", "kantor pertanahan", "land office", "bpn|kantah"},
    {UnitKind::company, "company", "perusahaan daerah", "public company", "bumd|bumn|perumda|pdam"},
    {UnitKind::other, "other", "lainnya", "other", "lain"},
}};

constexpr std::array<UnitWord<ChannelKind>, 9> channels = {{
    {ChannelKind::counter, "counter", "loket", "counter", "tatap muka|datang langsung"},
    {ChannelKind::mobile, "mobile", "keliling", "mobile service", "mobil keliling|jemput bola"},
    {ChannelKind::kiosk, "kiosk", "anjungan mandiri", "kiosk", "anjungan|adm"},
    {ChannelKind::web, "web", "web", "web", "situs|website|daring|online"},
    {ChannelKind::app, "app", "aplikasi", "app"},
    {ChannelKind::email, "email", "surel", "e-mail", "email"},
    {ChannelKind::phone, "phone", "telepon", "phone", "telp|call center"},
    {ChannelKind::whatsapp, "whatsapp", "whatsapp", "whatsapp", "wa"},
    {ChannelKind::post, "post", "pos", "post", "surat"},
}};

constexpr std::array<UnitWord<AccessFeature>, 11> features = {{
    {AccessFeature::ramp, "ramp", "ramp", "ramp", "bidang miring"},
    {AccessFeature::lift, "lift", "lift", "lift", "elevator"},
    {AccessFeature::toilet, "toilet", "toilet disabilitas", "accessible toilet"},
    {AccessFeature::guiding_path, "guiding_path", "jalur pemandu", "guiding path", "guiding block"},
    {AccessFeature::braille, "braille", "huruf braille", "braille"},
    {AccessFeature::sign_language, "sign_language", "bahasa isyarat", "sign language", "juru bahasa isyarat"},
    {AccessFeature::audio, "audio", "pengumuman suara", "audio announcements"},
    {AccessFeature::wheelchair, "wheelchair", "kursi roda", "wheelchair"},
    {AccessFeature::priority_queue, "priority_queue", "antrean prioritas", "priority queue", "loket prioritas"},
    {AccessFeature::nursing_room, "nursing_room", "ruang laktasi", "nursing room"},
    {AccessFeature::parking, "parking", "parkir disabilitas", "accessible parking"},
}};

// Lower case, one space for each run of spaces, "_" and "-".
std::string normal(std::string_view text) {
  std::string clean;
  for (const char c : lowered(trimmed(text))) {
    const bool gap = c == ' ' || c == '_' || c == '-' || c == '\t' || c == '\n';
    if (gap && (clean.empty() || clean.back() == ' ')) continue;
    clean += gap ? ' ' : c;
  }
  return clean;
}

bool is_one_of(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (word == list.substr(0, end)) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

template <typename Table>
auto parse(const Table& table, std::string_view text) -> std::optional<decltype(table.front().value)> {
  const std::string word = normal(text);
  for (const auto& one : table) {
    if (word == normal(one.key) || word == normal(one.id) || word == normal(one.en) || is_one_of(word, one.also))
      return one.value;
  }
  return std::nullopt;
}

template <typename Table, typename Value>
const auto& find_word(const Table& table, Value value) {
  const auto* const found =
      std::find_if(table.begin(), table.end(), [&](const auto& one) { return one.value == value; });
  PRIMA_ASSERT(found != table.end());
  return *found;
}

}  // namespace

std::span<const UnitWord<UnitKind>> unit_kinds() { return kinds; }
std::span<const UnitWord<ChannelKind>> channel_kinds() { return channels; }
std::span<const UnitWord<AccessFeature>> access_features() { return features; }

const UnitWord<UnitKind>& word_of(UnitKind kind) { return find_word(kinds, kind); }
const UnitWord<ChannelKind>& word_of(ChannelKind kind) { return find_word(channels, kind); }
const UnitWord<AccessFeature>& word_of(AccessFeature feature) { return find_word(features, feature); }

std::optional<UnitKind> parse_unit_kind(std::string_view text) { return parse(kinds, text); }
std::optional<ChannelKind> parse_channel_kind(std::string_view text) { return parse(channels, text); }
std::optional<AccessFeature> parse_access_feature(std::string_view text) { return parse(features, text); }

Words weekday_words(int weekday) {
  static const std::array<Words, 7> words = {{{"Senin", "Monday"},
                                              {"Selasa", "Tuesday"},
                                              {"Rabu", "Wednesday"},
                                              {"Kamis", "Thursday"},
                                              {"Jumat", "Friday"},
                                              {"Sabtu", "Saturday"},
                                              {"Minggu", "Sunday"}}};
  PRIMA_ASSERT(weekday >= 0 && weekday < 7);
  return words[static_cast<std::size_t>(weekday)];
}

}  // namespace prima::directory
