#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"

// The standard of one service (standar pelayanan), with the 14 components of Law 25/2009 article 21 as structured
// fields. Everything here is a plain value; what is empty has not been stated. The JSON form stands in standard_api.h,
// the names of all enums in standard_words.h.
namespace prima::catalogue {

// A text for citizens: Indonesian, and English where somebody has written it.
struct LocalText {
  std::string id;
  std::string en;

  bool empty() const { return id.empty() && en.empty(); }
  // The text in `language`, or in the other one where it is missing.
  const std::string& in(Language language) const {
    const std::string& wanted = language == Language::id ? id : en;
    return wanted.empty() ? (language == Language::id ? en : id) : wanted;
  }
  // As a message in both languages.
  Words words() const { return {in(Language::id), in(Language::en)}; }
  bool operator==(const LocalText&) const = default;
};

// The 14 components, in the order of article 21, letters a to n.
enum class Component {
  legal_basis,
  requirements,
  procedure,
  time,
  fees,
  products,
  facilities,
  competence,
  supervision,
  complaints,
  staff,
  service_guarantee,
  safety_guarantee,
  evaluation
};
inline constexpr std::size_t component_count = 14;

// All components in the order of the law.
const std::array<Component, component_count>& components();

// Whether the component belongs to service delivery, the group of six that must be published.
bool must_be_published(Component component);

// One situation in which the service is asked for: "new", "lost", "damaged". Requirements, times and fees name it by
// key; one that names no case holds for all.
struct Case {
  std::string key;
  LocalText name;
  bool operator==(const Case&) const = default;
};

enum class DocumentKind { identity, civil_record, letter, form, certificate, permit, photo, proof, condition, other };
enum class DocumentForm { not_stated, original, copy, original_and_copy, digital, shown_only, none };

struct Requirement {
  LocalText name;
  DocumentKind kind = DocumentKind::other;
  DocumentForm form = DocumentForm::not_stated;  // none: there is no paper to bring, as for a condition
  int copies = 0;                                // how many; 0: not stated
  LocalText where;                               // where to get it
  std::vector<std::string> cases;                // keys; empty: all
  LocalText note;
  bool operator==(const Requirement&) const = default;
};

enum class TimeUnit { working_days, calendar_days, hours, minutes };

// A length of time as the standard promises it. Minutes are what people wait for at the desk.
struct Duration {
  int amount = 0;  // at least 1
  TimeUnit unit = TimeUnit::working_days;

  bool while_you_wait() const { return unit == TimeUnit::minutes; }
  bool operator==(const Duration&) const = default;
};

enum class Actor { applicant, unit, other };

struct Step {
  Actor actor = Actor::unit;
  LocalText who;   // the post or desk; may be empty
  LocalText what;  // what is done
  std::optional<Duration> duration;
  bool operator==(const Step&) const = default;
};

struct TimeRow {
  std::string case_key;  // empty: every case
  Duration duration;
  LocalText starts;  // from when it counts: "since the file is complete"
  LocalText note;
  bool operator==(const TimeRow&) const = default;
};

// free is a promise of its own; not_stated promises nothing.
enum class FeeState { not_stated, free, charged };

struct FeeRow {
  std::string case_key;     // empty: every case
  std::int64_t rupiah = 0;  // 0: free in this case
  LocalText per;            // the unit that is paid for: "per square metre"; empty: once
  LocalText legal_ground;   // which regulation sets it
  LocalText note;
  bool operator==(const FeeRow&) const = default;
};

struct Fees {
  FeeState state = FeeState::not_stated;
  LocalText legal_ground;    // of the promise that the service is free
  std::vector<FeeRow> rows;  // only when charged
  bool operator==(const Fees&) const = default;
};

enum class ProductForm { not_stated, printed, electronic, printed_and_electronic, act };

struct Product {
  LocalText name;
  ProductForm form = ProductForm::not_stated;
  LocalText validity;  // how long it is valid; empty: without a limit, or not stated
  bool operator==(const Product&) const = default;
};

enum class ContactKind { counter, phone, whatsapp, sms, email, website, app, post, social_media, national_system };

struct Contact {
  ContactKind kind = ContactKind::counter;
  std::string value;  // number, address or link; may be empty for the counter and the national system
  LocalText note;
  bool operator==(const Contact&) const = default;
};

struct ComplaintHandling {
  std::vector<Contact> contacts;
  LocalText answered_by;  // the post that answers
  std::optional<Duration> answer_time;
  LocalText how;
  bool operator==(const ComplaintHandling&) const = default;
};

enum class LegalKind {
  constitution,
  law,
  law_in_lieu,
  government_regulation,
  presidential_regulation,
  ministerial_regulation,
  agency_regulation,
  regional_regulation,
  regional_head_regulation,
  decree,
  circular,
  other
};

struct LegalReference {
  LegalKind kind = LegalKind::law;
  LocalText issuer;    // the ministry, agency or region; empty where the kind says it all
  std::string number;  // "25", "46/PMK.01/2021"
  int year = 0;        // 0: not stated
  LocalText title;
  std::string article;
  bool operator==(const LegalReference&) const = default;
};

struct Supervision {
  LocalText who;
  LocalText how;
  LocalText how_often;
  bool operator==(const Supervision&) const = default;
};

struct StaffRow {
  LocalText post;
  int count = 0;
  bool operator==(const StaffRow&) const = default;
};

struct Competence {
  LocalText post;  // may be empty: all who work on this service
  LocalText what;
  bool operator==(const Competence&) const = default;
};

struct ServiceGuarantee {
  LocalText promise;
  LocalText compensation;  // what happens when the standard is not kept
  bool operator==(const ServiceGuarantee&) const = default;
};

struct Evaluation {
  LocalText how;
  LocalText how_often;
  bool operator==(const Evaluation&) const = default;
};

enum class ChannelKind { counter, online, app, phone, whatsapp, email, post, mobile_unit, home_visit, kiosk };

struct Channel {
  ChannelKind kind = ChannelKind::counter;
  LocalText name;
  std::string address;  // street address, link or number; may be empty
  bool operator==(const Channel&) const = default;
};

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// Hours of one or more days, by the clock of the place: "08:00" to "15:30".
struct OpeningHours {
  std::vector<Weekday> days;
  std::string opens;
  std::string closes;
  LocalText note;
  bool operator==(const OpeningHours&) const = default;
};

enum class SpokenLanguage { indonesian, english, regional, sign_language };

// What one edition says about its service.
struct Standard {
  LocalText title;
  std::vector<LocalText> other_names;  // everyday words for it
  std::vector<std::string> keywords;
  LocalText description;
  LocalText audience;  // for whom
  std::vector<Channel> channels;
  std::vector<OpeningHours> opening_hours;
  std::vector<std::string> life_events;  // keys: "birth", "moving"
  std::vector<SpokenLanguage> languages;
  std::vector<Case> cases;

  std::vector<LegalReference> legal_basis;
  std::vector<Requirement> requirements;
  std::vector<Step> procedure;
  std::vector<TimeRow> time;
  Fees fees;
  std::vector<Product> products;
  std::vector<LocalText> facilities;
  std::vector<Competence> competence;
  std::vector<Supervision> supervision;
  ComplaintHandling complaints;
  std::vector<StaffRow> staff;
  ServiceGuarantee service_guarantee;
  std::vector<LocalText> safety_guarantee;
  std::vector<Evaluation> evaluation;

  bool operator==(const Standard&) const = default;
};

// draft -> review -> approved -> published -> withdrawn; edition_rules.h says who moves it where.
enum class EditionState { draft, review, approved, published, withdrawn };

// The decree of the unit's head, or of somebody above, that lays the standard down.
struct Decree {
  std::string number;
  std::optional<Date> date;
  LocalText signed_by;  // the post, not the person
  bool operator==(const Decree&) const = default;
};

// One edition of a service's standard. A change after publication is a new edition.
struct Edition {
  int number = 1;  // 1, 2, ... in one service
  EditionState state = EditionState::draft;
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;  // the last day; nothing: until the next one, or without an end
  Decree decree;
  Standard standard;
  bool operator==(const Edition&) const = default;
};

}  // namespace prima::catalogue
