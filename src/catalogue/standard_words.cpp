#include "catalogue/standard_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace prima::catalogue {

namespace {

constexpr Named<Component> component_names[] = {
    {Component::legal_basis, "legal_basis", "Dasar hukum", "Legal basis"},
    {Component::requirements, "requirements", "Persyaratan", "Requirements"},
    {Component::procedure, "procedure", "Sistem, mekanisme, dan prosedur", "System, mechanism and procedure"},
    {Component::time, "time", "Jangka waktu pelayanan", "Time of service"},
    {Component::fees, "fees", "Biaya atau tarif", "Cost or fee"},
    {Component::products, "products", "Produk pelayanan", "Product of the service"},
    {Component::facilities, "facilities", "Sarana, prasarana, dan fasilitas", "Facilities"},
    {Component::competence, "competence", "Kompetensi pelaksana", "Competence of the staff"},
    {Component::supervision, "supervision", "Pengawasan internal", "Internal supervision"},
    {Component::complaints, "complaints", "Penanganan pengaduan, saran, dan masukan",
     "Handling of complaints, suggestions and input"},
    {Component::staff, "staff", "Jumlah pelaksana", "Number of staff"},
    {Component::service_guarantee, "service_guarantee", "Jaminan pelayanan", "Guarantee of service"},
    {Component::safety_guarantee, "safety_guarantee", "Jaminan keamanan dan keselamatan",
     "Guarantee of security and safety"},
    {Component::evaluation, "evaluation", "Evaluasi kinerja pelaksana", "Evaluation of the staff's performance"},
};

constexpr Named<DocumentKind> document_kind_names[] = {
    {DocumentKind::identity, "identity", "identitas", "identity paper"},
    {DocumentKind::civil_record, "civil_record", "dokumen kependudukan", "civil record"},
    {DocumentKind::letter, "letter", "surat", "letter"},
    {DocumentKind::form, "form", "formulir", "form"},
    {DocumentKind::certificate, "certificate", "sertifikat atau ijazah", "certificate or diploma"},
    {DocumentKind::permit, "permit", "izin", "permit"},
    {DocumentKind::photo, "photo", "foto", "photo"},
    {DocumentKind::proof, "proof", "bukti", "proof"},
    {DocumentKind::condition, "condition", "syarat tanpa berkas", "condition without a paper"},
    {DocumentKind::other, "other", "lainnya", "other"},
};

constexpr Named<DocumentForm> document_form_names[] = {
    {DocumentForm::not_stated, "not_stated", "belum disebut asli atau salinan", "original or copy not stated"},
    {DocumentForm::original, "original", "asli", "original"},
    {DocumentForm::copy, "copy", "salinan", "copy"},
    {DocumentForm::original_and_copy, "original_and_copy", "asli dan salinan", "original and copy"},
    {DocumentForm::digital, "digital", "berkas digital", "digital file"},
    {DocumentForm::shown_only, "shown_only", "asli, cukup diperlihatkan", "original, to be shown only"},
    {DocumentForm::none, "none", "tanpa berkas", "no paper"},
};

constexpr Named<TimeUnit> time_unit_names[] = {
    {TimeUnit::working_days, "working_days", "hari kerja", "working days"},
    {TimeUnit::calendar_days, "calendar_days", "hari kalender", "calendar days"},
    {TimeUnit::hours, "hours", "jam", "hours"},
    {TimeUnit::minutes, "minutes", "menit", "minutes"},
};

constexpr Named<Actor> actor_names[] = {
    {Actor::applicant, "applicant", "Anda", "You"},
    {Actor::unit, "unit", "Petugas", "Staff"},
    {Actor::other, "other", "Pihak lain", "Somebody else"},
};

constexpr Named<FeeState> fee_state_names[] = {
    {FeeState::not_stated, "not_stated", "belum dinyatakan", "not stated"},
    {FeeState::free, "free", "gratis", "free"},
    {FeeState::charged, "charged", "berbayar", "charged"},
};

constexpr Named<ProductForm> product_form_names[] = {
    {ProductForm::not_stated, "not_stated", "bentuk belum disebut", "form not stated"},
    {ProductForm::printed, "printed", "cetak", "printed"},
    {ProductForm::electronic, "electronic", "elektronik", "electronic"},
    {ProductForm::printed_and_electronic, "printed_and_electronic", "cetak dan elektronik", "printed and electronic"},
    {ProductForm::act, "act", "tindakan layanan", "something that is done"},
};

constexpr Named<ContactKind> contact_kind_names[] = {
    {ContactKind::counter, "counter", "loket pengaduan", "complaint desk"},
    {ContactKind::phone, "phone", "telepon", "telephone"},
    {ContactKind::whatsapp, "whatsapp", "WhatsApp", "WhatsApp"},
    {ContactKind::sms, "sms", "SMS", "text message"},
    {ContactKind::email, "email", "surel", "e-mail"},
    {ContactKind::website, "website", "situs web", "website"},
    {ContactKind::app, "app", "aplikasi", "app"},
    {ContactKind::post, "post", "surat pos", "post"},
    {ContactKind::social_media, "social_media", "media sosial", "social media"},
    {ContactKind::national_system, "national_system", "SP4N-LAPOR!", "SP4N-LAPOR!"},
};

constexpr Named<LegalKind> legal_kind_names[] = {
    {LegalKind::constitution, "constitution", "UUD", "Constitution"},
    {LegalKind::law, "law", "UU", "Law"},
    {LegalKind::law_in_lieu, "law_in_lieu", "Perppu", "Regulation in lieu of law"},
    {LegalKind::government_regulation, "government_regulation", "PP", "Government Regulation"},
    {LegalKind::presidential_regulation, "presidential_regulation", "Perpres", "Presidential Regulation"},
    {LegalKind::ministerial_regulation, "ministerial_regulation", "Peraturan Menteri", "Ministerial Regulation"},
    {LegalKind::agency_regulation, "agency_regulation", "Peraturan Lembaga", "Agency Regulation"},
    {LegalKind::regional_regulation, "regional_regulation", "Perda", "Regional Regulation"},
    {LegalKind::regional_head_regulation, "regional_head_regulation", "Peraturan Kepala Daerah",
     "Regulation of the Head of Region"},
    {LegalKind::decree, "decree", "Keputusan", "Decree"},
    {LegalKind::circular, "circular", "Surat Edaran", "Circular"},
    {LegalKind::other, "other", "Peraturan lain", "Other regulation"},
};

constexpr Named<ChannelKind> channel_kind_names[] = {
    {ChannelKind::counter, "counter", "loket", "counter"},
    {ChannelKind::online, "online", "daring", "online"},
    {ChannelKind::app, "app", "aplikasi", "app"},
    {ChannelKind::phone, "phone", "telepon", "telephone"},
    {ChannelKind::whatsapp, "whatsapp", "WhatsApp", "WhatsApp"},
    {ChannelKind::email, "email", "surel", "e-mail"},
    {ChannelKind::post, "post", "pos", "post"},
    {ChannelKind::mobile_unit, "mobile_unit", "layanan keliling", "mobile unit"},
    {ChannelKind::home_visit, "home_visit", "kunjungan ke rumah", "home visit"},
    {ChannelKind::kiosk, "kiosk", "anjungan mandiri", "self-service kiosk"},
};

constexpr Named<Weekday> weekday_names[] = {
    {Weekday::monday, "monday", "Senin", "Monday"},         {Weekday::tuesday, "tuesday", "Selasa", "Tuesday"},
    {Weekday::wednesday, "wednesday", "Rabu", "Wednesday"}, {Weekday::thursday, "thursday", "Kamis", "Thursday"},
    {Weekday::friday, "friday", "Jumat", "Friday"},         {Weekday::saturday, "saturday", "Sabtu", "Saturday"},
    {Weekday::sunday, "sunday", "Minggu", "Sunday"},
};

constexpr Named<SpokenLanguage> spoken_language_names[] = {
    {SpokenLanguage::indonesian, "id", "Bahasa Indonesia", "Indonesian"},
    {SpokenLanguage::english, "en", "Bahasa Inggris", "English"},
    {SpokenLanguage::regional, "regional", "bahasa daerah", "the regional language"},
    {SpokenLanguage::sign_language, "sign", "bahasa isyarat", "sign language"},
};

constexpr Named<EditionState> edition_state_names[] = {
    {EditionState::draft, "draft", "Rancangan", "Draft"},
    {EditionState::review, "review", "Sedang ditinjau", "In review"},
    {EditionState::approved, "approved", "Disetujui", "Approved"},
    {EditionState::published, "published", "Terbit", "Published"},
    {EditionState::withdrawn, "withdrawn", "Ditarik", "Withdrawn"},
};

std::string grouped(std::int64_t whole, char separator) {
  std::string digits = std::to_string(whole);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, separator);
  return digits;
}

}  // namespace

template <>
std::span<const Named<Component>> names() {
  return component_names;
}
template <>
std::span<const Named<DocumentKind>> names() {
  return document_kind_names;
}
template <>
std::span<const Named<DocumentForm>> names() {
  return document_form_names;
}
template <>
std::span<const Named<TimeUnit>> names() {
  return time_unit_names;
}
template <>
std::span<const Named<Actor>> names() {
  return actor_names;
}
template <>
std::span<const Named<FeeState>> names() {
  return fee_state_names;
}
template <>
std::span<const Named<ProductForm>> names() {
  return product_form_names;
}
template <>
std::span<const Named<ContactKind>> names() {
  return contact_kind_names;
}
template <>
std::span<const Named<LegalKind>> names() {
  return legal_kind_names;
}
template <>
std::span<const Named<ChannelKind>> names() {
  return channel_kind_names;
}
template <>
std::span<const Named<Weekday>> names() {
  return weekday_names;
}
template <>
std::span<const Named<SpokenLanguage>> names() {
  return spoken_language_names;
}
template <>
std::span<const Named<EditionState>> names() {
  return edition_state_names;
}

const std::array<Component, component_count>& components() {
  static constexpr std::array<Component, component_count> all = {Component::legal_basis,
                                                                 Component::requirements,
                                                                 Component::procedure,
                                                                 Component::time,
                                                                 Component::fees,
                                                                 Component::products,
                                                                 Component::facilities,
                                                                 Component::competence,
                                                                 Component::supervision,
                                                                 Component::complaints,
                                                                 Component::staff,
                                                                 Component::service_guarantee,
                                                                 Component::safety_guarantee,
                                                                 Component::evaluation};
  return all;
}

bool must_be_published(Component component) {
  switch (component) {
    case Component::requirements:
    case Component::procedure:
    case Component::time:
    case Component::fees:
    case Component::products:
    case Component::complaints:
      return true;
    case Component::legal_basis:
    case Component::facilities:
    case Component::competence:
    case Component::supervision:
    case Component::staff:
    case Component::service_guarantee:
    case Component::safety_guarantee:
    case Component::evaluation:
      return false;
  }
  return false;
}

Words words(const Duration& duration) {
  const Named<TimeUnit>& unit = names<TimeUnit>()[static_cast<std::size_t>(duration.unit)];
  const std::string_view english = duration.amount == 1 ? unit.en.substr(0, unit.en.size() - 1) : unit.en;
  const bool waiting = duration.while_you_wait();
  return {fmt::format("{} {}{}", duration.amount, unit.id, waiting ? ", ditunggu" : ""),
          fmt::format("{} {}{}", duration.amount, english, waiting ? ", while you wait" : "")};
}

Words rupiah_words(std::int64_t rupiah) {
  if (rupiah == 0) return {"gratis", "free"};
  return {"Rp " + grouped(rupiah, '.'), "IDR " + grouped(rupiah, ',')};
}

Words words(const LegalReference& reference) {
  Words text = words(reference.kind);
  const auto append = [&](const std::string& id, const std::string& en) {
    text.id += id;
    text.en += en;
  };
  if (!reference.issuer.empty())
    append(" " + reference.issuer.in(Language::id), " " + reference.issuer.in(Language::en));
  if (!reference.number.empty()) append(" " + reference.number, " " + reference.number);
  const std::string year = fmt::format("/{}", reference.year);
  if (reference.year > 0 && !reference.number.ends_with(year)) append(year, year);
  if (!reference.article.empty()) append(" Pasal " + reference.article, " article " + reference.article);
  if (!reference.title.empty())
    append(" tentang " + reference.title.in(Language::id), " on " + reference.title.in(Language::en));
  return text;
}

Words words(const OpeningHours& hours) {
  std::vector<Weekday> days = hours.days;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  Words text;
  for (std::size_t first = 0; first < days.size();) {
    std::size_t last = first;
    while (last + 1 < days.size() && static_cast<int>(days[last + 1]) == static_cast<int>(days[last]) + 1) ++last;
    const Words from = words(days[first]);
    const Words to = words(days[last]);
    const std::string comma = text.empty() ? "" : ", ";
    text.id += comma + (first == last ? from.id : from.id + "-" + to.id);
    text.en += comma + (first == last ? from.en : from.en + "-" + to.en);
    first = last + 1;
  }
  const std::string clock = fmt::format(" {}-{}", hours.opens, hours.closes);
  return {text.id + clock, text.en + clock};
}

}  // namespace prima::catalogue
