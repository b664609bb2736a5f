#include "catalogue/standard_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"

namespace prima::catalogue {

namespace {

class Checker {
 public:
  Checker(const Standard& standard, std::string pointer) : standard_(standard), pointer_(std::move(pointer)) {}

  Findings run() {
    check_cases();
    check_times();
    check_fees();
    check_requirements();
    check_hours();
    check_contacts();
    check_lists();
    return std::move(findings_);
  }

 private:
  void add(std::string code, const std::string& place, Words message) {
    findings_.push_back({std::move(code), pointer_ + place, 0, std::move(message)});
  }

  void check_cases() {
    for (std::size_t i = 0; i < standard_.cases.size(); ++i) {
      const std::string& key = standard_.cases[i].key;
      const std::string place = fmt::format("/cases/{}/key", i);
      check_key(key, place);
      if (!case_keys_.insert(key).second)
        add("case_twice", place,
            {fmt::format("kasus \"{}\" ditulis dua kali; pakai kunci lain atau hapus salah satunya",
                         shown_to_people(key)),
             fmt::format("the case \"{}\" is written twice; use another key or remove one", shown_to_people(key))});
    }
  }

  void check_key(const std::string& key, const std::string& place) {
    if (is_key(key)) return;
    add("bad_key", place,
        {fmt::format("\"{}\" bukan kunci; pakai huruf kecil, angka, dan \"-\", paling banyak 40", shown_to_people(key)),
         fmt::format("\"{}\" is not a key; use lower-case letters, digits and \"-\", at most 40",
                     shown_to_people(key))});
  }

  void check_case(const std::string& key, const std::string& place) {
    if (key.empty() || case_keys_.contains(key)) return;
    add("unknown_case", place,
        {fmt::format("kasus \"{}\" tidak ada; tambahkan pada daftar kasus atau perbaiki namanya", shown_to_people(key)),
         fmt::format("there is no case \"{}\"; add it to the cases or correct its name", shown_to_people(key))});
  }

  void check_times() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < standard_.time.size(); ++i) {
      const std::string place = fmt::format("/time/{}/case", i);
      check_case(standard_.time[i].case_key, place);
      if (!seen.insert(standard_.time[i].case_key).second)
        add("time_twice", place,
            {"kasus ini sudah punya jangka waktu; satu kasus hanya boleh punya satu janji waktu",
             "this case has a time already; one case can have one promise only"});
    }
  }

  void check_fees() {
    const Fees& fees = standard_.fees;
    if (fees.state == FeeState::free && !fees.rows.empty())
      add("fee_in_free_service", "/fees/rows",
          {"layanan dinyatakan gratis, tetapi ada baris tarif; hapus barisnya atau ubah menjadi berbayar",
           "the service is said to be free, but there are fees; remove them or say that it is charged"});
    if (fees.state == FeeState::not_stated && !fees.rows.empty())
      add("fee_state_missing", "/fees/state",
          {"ada baris tarif, tetapi belum dinyatakan berbayar; isi \"charged\"",
           "there are fees, but the service is not said to be charged; write \"charged\""});
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (std::size_t i = 0; i < fees.rows.size(); ++i) {
      const FeeRow& row = fees.rows[i];
      const std::string place = fmt::format("/fees/rows/{}/case", i);
      check_case(row.case_key, place);
      if (!seen.emplace(row.case_key, row.per.id, row.note.id).second)
        add("fee_twice", place,
            {"tarif untuk kasus dan satuan ini sudah ada; hapus salah satunya atau bedakan dengan keterangan",
             "there is a fee for this case and unit already; remove one, or tell them apart by a note"});
    }
  }

  void check_requirements() {
    for (std::size_t i = 0; i < standard_.requirements.size(); ++i) {
      const Requirement& one = standard_.requirements[i];
      for (std::size_t j = 0; j < one.cases.size(); ++j)
        check_case(one.cases[j].empty() ? "?" : one.cases[j], fmt::format("/requirements/{}/cases/{}", i, j));
      if (one.form == DocumentForm::none && one.copies > 0)
        add("copies_of_nothing", fmt::format("/requirements/{}/copies", i),
            {"syarat ini tanpa berkas, jadi jumlah berkasnya harus kosong; hapus jumlahnya atau pilih bentuk berkas",
             "this requirement has no paper, so it has no number of papers; remove the number or choose a form"});
    }
  }

  static bool is_clock(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
    return text.substr(0, 2) <= "24" && text[3] <= '5' && text <= "24:00";
  }

  void check_hours() {
    for (std::size_t i = 0; i < standard_.opening_hours.size(); ++i) {
      const OpeningHours& hours = standard_.opening_hours[i];
      for (const auto& [name, text] : {std::pair{"opens", &hours.opens}, std::pair{"closes", &hours.closes}}) {
        if (!is_clock(*text))
          add("bad_clock", fmt::format("/opening_hours/{}/{}", i, name),
              {fmt::format("\"{}\" bukan jam; tulis seperti 08:00", shown_to_people(*text)),
               fmt::format("\"{}\" is not a time of day; write it like 08:00", shown_to_people(*text))});
      }
      if (is_clock(hours.opens) && is_clock(hours.closes) && hours.opens >= hours.closes)
        add("closes_before_opening", fmt::format("/opening_hours/{}/closes", i),
            {"jam tutup harus sesudah jam buka; tukar atau perbaiki keduanya",
             "closing must be later than opening; swap or correct the two"});
    }
  }

  static bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
           text.find('.', at) != std::string_view::npos && text.back() != '.' &&
           text.find(' ') == std::string_view::npos;
  }
  static bool is_link(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) && text.size() > 8 &&
           text.find_first_of(" \n\"<>") == std::string_view::npos;
  }
  static bool is_phone(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 3 && text.find_first_not_of("0123456789+-() .") == std::string_view::npos;
  }

  void expect_email(const std::string& text, const std::string& place) {
    if (!is_email(text))
      add("bad_email", place,
          {fmt::format("\"{}\" bukan alamat surel; tulis seperti nama@contoh.go.id", shown_to_people(text)),
           fmt::format("\"{}\" is not an e-mail address; write it like name@example.go.id", shown_to_people(text))});
  }
  void expect_link(const std::string& text, const std::string& place) {
    if (!is_link(text))
      add("bad_link", place,
          {fmt::format("\"{}\" bukan tautan; awali dengan https://", shown_to_people(text)),
           fmt::format("\"{}\" is not a link; begin it with https://", shown_to_people(text))});
  }
  void expect_phone(const std::string& text, const std::string& place) {
    if (!is_phone(text))
      add("bad_phone", place,
          {fmt::format("\"{}\" bukan nomor telepon; tulis angkanya, boleh dengan + dan -", shown_to_people(text)),
           fmt::format("\"{}\" is not a telephone number; write digits, + and - are fine", shown_to_people(text))});
  }

  void check_contacts() {
    for (std::size_t i = 0; i < standard_.complaints.contacts.size(); ++i) {
      const Contact& contact = standard_.complaints.contacts[i];
      if (!contact.value.empty()) check_contact(contact, fmt::format("/complaints/contacts/{}/value", i));
    }
    for (std::size_t i = 0; i < standard_.channels.size(); ++i) {
      const Channel& channel = standard_.channels[i];
      if (!channel.address.empty()) check_channel(channel, fmt::format("/channels/{}/address", i));
    }
  }

  void check_contact(const Contact& contact, const std::string& place) {
    switch (contact.kind) {
      case ContactKind::phone:
      case ContactKind::whatsapp:
      case ContactKind::sms:
        return expect_phone(contact.value, place);
      case ContactKind::email:
        return expect_email(contact.value, place);
      case ContactKind::website:
        return expect_link(contact.value, place);
      case ContactKind::counter:
      case ContactKind::app:
      case ContactKind::post:
      case ContactKind::social_media:
      case ContactKind::national_system:
        return;
    }
  }

  void check_channel(const Channel& channel, const std::string& place) {
    switch (channel.kind) {
      case ChannelKind::phone:
      case ChannelKind::whatsapp:
        return expect_phone(channel.address, place);
      case ChannelKind::email:
        return expect_email(channel.address, place);
      case ChannelKind::online:
        return expect_link(channel.address, place);
      case ChannelKind::counter:
      case ChannelKind::app:
      case ChannelKind::post:
      case ChannelKind::mobile_unit:
      case ChannelKind::home_visit:
      case ChannelKind::kiosk:
        return;
    }
  }

  void check_lists() {
    for (std::size_t i = 0; i < standard_.life_events.size(); ++i)
      check_key(standard_.life_events[i], fmt::format("/life_events/{}", i));
    for (std::size_t i = 0; i < standard_.legal_basis.size(); ++i) {
      const int year = standard_.legal_basis[i].year;
      if (year != 0 && year < 1900)
        add("bad_year", fmt::format("/legal_basis/{}/year", i),
            {fmt::format("tahun peraturan {} tidak mungkin; tulis empat angka", year),
             fmt::format("{} cannot be the year of a regulation; write four digits", year)});
    }
  }

  const Standard& standard_;
  std::string pointer_;
  Findings findings_;
  std::set<std::string> case_keys_;
};

}  // namespace

bool is_key(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 40 && plain(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

Findings check_standard(const Standard& standard, const std::string& pointer) {
  return Checker(standard, pointer).run();
}

Findings check_edition(const Edition& edition) {
  Findings findings;
  if (edition.valid_from && edition.valid_until && *edition.valid_until < *edition.valid_from)
    findings.push_back({"ends_before_it_begins",
                        "/valid_until",
                        0,
                        {"hari terakhir berlaku mendahului hari pertama; perbaiki salah satunya",
                         "the last day of validity is before the first; correct one of them"}});
  if (edition.state == EditionState::published && !edition.valid_from)
    findings.push_back({"published_without_a_day",
                        "/valid_from",
                        0,
                        {"edisi yang terbit harus punya hari mulai berlaku; isi tanggalnya",
                         "a published edition must have its first day of validity; fill in the date"}});
  Findings inner = check_standard(edition.standard, "/standard");
  findings.insert(findings.end(), inner.begin(), inner.end());
  return findings;
}

}  // namespace prima::catalogue
