#pragma once

#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "catalogue/standard.h"
#include "catalogue/standard_fields.h"
#include "catalogue/standard_words.h"

// What the tests of standards share: one whole standard, and random ones.
namespace prima::catalogue::test {

inline LocalText text(const std::string& id, const std::string& en = "") { return {id, en}; }

// A standard in which nothing is missing.
inline Standard whole_standard() {
  Standard s;
  s.title = text("KTP elektronik", "Electronic identity card");
  s.description = text("Kartu identitas penduduk.", "The identity card of residents.");
  s.audience = text("Warga berusia 17 tahun ke atas");
  s.cases = {{"baru", text("Baru", "New")}, {"hilang", text("Hilang", "Lost")}};
  s.legal_basis = {{LegalKind::law, {}, "24", 2013, text("Administrasi Kependudukan"), "63"}};
  s.requirements = {{text("Kartu Keluarga"), DocumentKind::civil_record, DocumentForm::copy, 1, text("Dinas"), {}, {}},
                    {text("Surat kehilangan"),
                     DocumentKind::letter,
                     DocumentForm::original,
                     1,
                     text("Kantor polisi"),
                     {"hilang"},
                     {}}};
  s.procedure = {{Actor::applicant, {}, text("Serahkan berkas di loket."), std::nullopt},
                 {Actor::unit, text("Petugas loket"), text("Periksa berkas."), Duration{10, TimeUnit::minutes}}};
  s.time = {{"", {1, TimeUnit::working_days}, text("sejak berkas lengkap"), {}}};
  s.fees = {FeeState::free, text("UU 24/2013 Pasal 79A"), {}};
  s.products = {{text("KTP elektronik"), ProductForm::printed, text("seumur hidup")}};
  s.facilities = {text("Ruang tunggu dengan 20 kursi")};
  s.competence = {{text("Petugas loket"), text("Lulusan SMA")}};
  s.supervision = {{text("Kepala bidang"), text("Periksa sepuluh berkas"), text("setiap bulan")}};
  s.complaints = {{{ContactKind::email, "aduan@contoh.go.id", {}}},
                  text("Kepala seksi"),
                  Duration{5, TimeUnit::working_days},
                  text("Tulis nama dan nomor berkas.")};
  s.staff = {{text("Petugas loket"), 3}};
  s.service_guarantee = {text("Kami melayani sesuai standar."), text("Kami mengantar kartu ke rumah.")};
  s.safety_guarantee = {text("Berkas disimpan dalam lemari terkunci.")};
  s.evaluation = {{text("Survei kepuasan"), text("setiap semester")}};
  return s;
}

inline Edition published_edition() {
  Edition edition;
  edition.number = 1;
  edition.state = EditionState::published;
  edition.valid_from = parse_date("2026-01-01");
  edition.decree = {"188/12/2025", parse_date("2025-12-20"), text("Kepala dinas")};
  edition.standard = whole_standard();
  return edition;
}

// A visitor of standard_fields.h that fills every field with something allowed, or leaves it empty.
class RandomFields {
 public:
  explicit RandomFields(std::mt19937_64* random) : random_(random) {}

  template <typename T>
  void operator()(std::string_view, T& member, const Limit& limit) {
    fill(member, limit);
  }

  std::size_t below(std::size_t end) { return static_cast<std::size_t>((*random_)() % end); }

  void fill(std::string& text, const Limit& limit) {
    static const std::vector<std::string> pieces = {"a",   "Kartu ", "é", "\"", "\\", "/",    "\n", "日",
                                                    "<b>", "&",      "😀", "0",  "z",  "KTP ", "~",  "'"};
    text.clear();
    if (!limit.required && below(3) == 0) return;
    text = "t";
    for (std::size_t i = below(std::min<std::size_t>(limit.longest / 7, 12) + 1); i > 0; --i)
      text += pieces[below(pieces.size())];
  }
  void fill(LocalText& one, const Limit& limit) {
    one = {};
    fill(one.id, limit);
    if (!one.id.empty()) fill(one.en, Limit{.longest = limit.longest});
  }
  void fill(std::int64_t& number, const Limit& limit) {
    const auto span = static_cast<std::uint64_t>(limit.greatest - limit.least) + 1;
    number = below(4) == 0 ? limit.greatest : limit.least + static_cast<std::int64_t>((*random_)() % span);
  }
  void fill(int& number, const Limit& limit) {
    std::int64_t wide = 0;
    fill(wide, limit);
    number = static_cast<int>(wide);
  }
  void fill(std::optional<Date>& date, const Limit&) {
    date.reset();
    if (below(2) == 0) date = std::chrono::sys_days(std::chrono::days(static_cast<int>(below(40000))));
  }
  void fill(std::optional<Duration>& duration, const Limit& limit) {
    duration.reset();
    if (below(2) == 0) fill(duration.emplace(), limit);
  }
  template <typename E>
  requires std::is_enum_v<E>
  void fill(E& one, const Limit&) { one = names<E>()[below(names<E>().size())].value; }
  template <typename T>
  void fill(std::vector<T>& list, const Limit& limit) {
    Limit item = limit;
    item.required = true;
    list.clear();
    for (std::size_t i = below(4) + (limit.required ? 1 : 0); i > 0; --i) fill(list.emplace_back(), item);
  }
  template <typename T>
  requires std::is_class_v<T>
  void fill(T& one, const Limit&) { fields(*this, one); }

 private:
  std::mt19937_64* random_;
};

// Makes a randomly filled standard free of contradictions.
inline void settle(Standard& standard, RandomFields& random) {
  std::vector<std::string> keys = {""};
  for (std::size_t i = 0; i < standard.cases.size(); ++i)
    keys.push_back(standard.cases[i].key = "kasus-" + std::to_string(i));
  for (Requirement& one : standard.requirements) {
    one.cases.clear();
    if (keys.size() > 1 && random.below(2) == 0) one.cases.push_back(keys[1 + random.below(keys.size() - 1)]);
    if (one.form == DocumentForm::none) one.copies = 0;
  }
  standard.time.resize(std::min(standard.time.size(), keys.size()), TimeRow{"", {1, {}}, {}, {}});
  for (std::size_t i = 0; i < standard.time.size(); ++i) standard.time[i].case_key = keys[i];
  if (standard.fees.state != FeeState::charged) standard.fees.rows.clear();
  standard.fees.rows.resize(std::min(standard.fees.rows.size(), keys.size()));
  for (std::size_t i = 0; i < standard.fees.rows.size(); ++i) standard.fees.rows[i].case_key = keys[i];
  for (OpeningHours& hours : standard.opening_hours) hours.opens = "07:30", hours.closes = "24:00";
  for (Contact& contact : standard.complaints.contacts) {
    if (contact.kind == ContactKind::email) contact.value = "a@b.go.id";
    if (contact.kind == ContactKind::website) contact.value = "https://b.go.id/x?y=1&z=2";
    if (contact.kind == ContactKind::phone || contact.kind == ContactKind::sms || contact.kind == ContactKind::whatsapp)
      contact.value = "+62 (24) 000-000";
  }
  for (Channel& channel : standard.channels) {
    if (channel.kind == ChannelKind::phone || channel.kind == ChannelKind::whatsapp) channel.address = "110";
    if (channel.kind == ChannelKind::email) channel.address = "a@b.go.id";
    if (channel.kind == ChannelKind::online) channel.address.clear();
  }
  for (std::string& event : standard.life_events) event = "lahir-2";
  for (LegalReference& reference : standard.legal_basis) reference.year = reference.year < 1900 ? 0 : reference.year;
}

inline Edition random_edition(std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  RandomFields random(&engine);
  Edition edition;
  random.fill(edition, Limit{});
  settle(edition.standard, random);
  if (!edition.valid_from) edition.valid_from = parse_date("2026-01-01");
  if (edition.valid_until && *edition.valid_until < *edition.valid_from) edition.valid_until = edition.valid_from;
  return edition;
}

}  // namespace prima::catalogue::test
