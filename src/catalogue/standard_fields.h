#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "catalogue/standard.h"

// The one table of the fields of a standard: reading and writing JSON, and whatever else goes through all fields, walk
// it. `fields(visitor, value)` calls visitor(key, member, limit) for each field; the value may be const.
namespace prima::catalogue {

// What a field may hold. A visitor that only writes may ignore it.
struct Limit {
  std::size_t longest = 400;  // characters of a text, in each language
  std::size_t most = 60;      // items of a list
  std::int64_t least = 0;     // of a number
  std::int64_t greatest = 1000;
  bool required = false;  // must be there; a text must not be empty
};

inline constexpr Limit one_line{.longest = 200};
inline constexpr Limit needed_line{.longest = 200, .required = true};
inline constexpr Limit paragraph{.longest = 2000};
inline constexpr Limit short_key{.longest = 40};
inline constexpr Limit needed_key{.longest = 40, .required = true};
inline constexpr Limit needed{.required = true};
inline constexpr Limit amount_of_time{.least = 1, .greatest = 3650, .required = true};
inline constexpr Limit amount_of_money{.greatest = 1'000'000'000'000, .required = true};

template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <typename V>
void fields(V& visit, Is<LocalText> auto& text, const Limit& limit) {
  visit("id", text.id, Limit{.longest = limit.longest, .required = true});
  visit("en", text.en, Limit{.longest = limit.longest});
}

template <typename V>
void fields(V& visit, Is<Case> auto& one) {
  visit("key", one.key, needed_key);
  visit("name", one.name, needed_line);
}

template <typename V>
void fields(V& visit, Is<Duration> auto& duration) {
  visit("amount", duration.amount, amount_of_time);
  visit("unit", duration.unit, needed);
}

template <typename V>
void fields(V& visit, Is<Requirement> auto& requirement) {
  visit("name", requirement.name, Limit{.required = true});
  visit("kind", requirement.kind, Limit{});
  visit("form", requirement.form, Limit{});
  visit("copies", requirement.copies, Limit{.greatest = 99});
  visit("where", requirement.where, Limit{});
  visit("cases", requirement.cases, short_key);
  visit("note", requirement.note, paragraph);
}

template <typename V>
void fields(V& visit, Is<Step> auto& step) {
  visit("actor", step.actor, Limit{});
  visit("who", step.who, one_line);
  visit("what", step.what, Limit{.longest = 1000, .required = true});
  visit("duration", step.duration, Limit{});
}

template <typename V>
void fields(V& visit, Is<TimeRow> auto& row) {
  visit("case", row.case_key, short_key);
  visit("duration", row.duration, needed);
  visit("starts", row.starts, one_line);
  visit("note", row.note, paragraph);
}

template <typename V>
void fields(V& visit, Is<FeeRow> auto& row) {
  visit("case", row.case_key, short_key);
  visit("rupiah", row.rupiah, amount_of_money);
  visit("per", row.per, one_line);
  visit("legal_ground", row.legal_ground, Limit{});
  visit("note", row.note, paragraph);
}

template <typename V>
void fields(V& visit, Is<Fees> auto& fees) {
  visit("state", fees.state, Limit{});
  visit("legal_ground", fees.legal_ground, Limit{});
  visit("rows", fees.rows, Limit{.most = 200});
}

template <typename V>
void fields(V& visit, Is<Product> auto& product) {
  visit("name", product.name, needed_line);
  visit("form", product.form, Limit{});
  visit("validity", product.validity, one_line);
}

template <typename V>
void fields(V& visit, Is<Contact> auto& contact) {
  visit("kind", contact.kind, needed);
  visit("value", contact.value, one_line);
  visit("note", contact.note, Limit{});
}

template <typename V>
void fields(V& visit, Is<ComplaintHandling> auto& complaints) {
  visit("contacts", complaints.contacts, Limit{});
  visit("answered_by", complaints.answered_by, one_line);
  visit("answer_time", complaints.answer_time, Limit{});
  visit("how", complaints.how, paragraph);
}

template <typename V>
void fields(V& visit, Is<LegalReference> auto& reference) {
  visit("kind", reference.kind, needed);
  visit("issuer", reference.issuer, one_line);
  visit("number", reference.number, Limit{.longest = 60});
  visit("year", reference.year, Limit{.greatest = 2200});
  visit("title", reference.title, Limit{});
  visit("article", reference.article, Limit{.longest = 100});
}

template <typename V>
void fields(V& visit, Is<Supervision> auto& supervision) {
  visit("who", supervision.who, one_line);
  visit("how", supervision.how, Limit{});
  visit("how_often", supervision.how_often, one_line);
}

template <typename V>
void fields(V& visit, Is<StaffRow> auto& row) {
  visit("post", row.post, needed_line);
  visit("count", row.count, Limit{.greatest = 10'000, .required = true});
}

template <typename V>
void fields(V& visit, Is<Competence> auto& competence) {
  visit("post", competence.post, one_line);
  visit("what", competence.what, needed);
}

template <typename V>
void fields(V& visit, Is<ServiceGuarantee> auto& guarantee) {
  visit("promise", guarantee.promise, paragraph);
  visit("compensation", guarantee.compensation, paragraph);
}

template <typename V>
void fields(V& visit, Is<Evaluation> auto& evaluation) {
  visit("how", evaluation.how, needed);
  visit("how_often", evaluation.how_often, one_line);
}

template <typename V>
void fields(V& visit, Is<Channel> auto& channel) {
  visit("kind", channel.kind, needed);
  visit("name", channel.name, one_line);
  visit("address", channel.address, one_line);
}

template <typename V>
void fields(V& visit, Is<OpeningHours> auto& hours) {
  visit("days", hours.days, Limit{.most = 7, .required = true});
  visit("opens", hours.opens, Limit{.longest = 5, .required = true});
  visit("closes", hours.closes, Limit{.longest = 5, .required = true});
  visit("note", hours.note, one_line);
}

template <typename V>
void fields(V& visit, Is<Standard> auto& standard) {
  visit("title", standard.title, needed_line);
  visit("other_names", standard.other_names, one_line);
  visit("keywords", standard.keywords, short_key);
  visit("description", standard.description, paragraph);
  visit("audience", standard.audience, Limit{});
  visit("channels", standard.channels, Limit{});
  visit("opening_hours", standard.opening_hours, Limit{.most = 14});
  visit("life_events", standard.life_events, Limit{.longest = 40, .most = 20});
  visit("languages", standard.languages, Limit{.most = 4});
  visit("cases", standard.cases, Limit{});
  visit("legal_basis", standard.legal_basis, Limit{});
  visit("requirements", standard.requirements, Limit{.most = 100});
  visit("procedure", standard.procedure, Limit{});
  visit("time", standard.time, Limit{});
  visit("fees", standard.fees, Limit{});
  visit("products", standard.products, Limit{});
  visit("facilities", standard.facilities, Limit{});
  visit("competence", standard.competence, Limit{});
  visit("supervision", standard.supervision, Limit{});
  visit("complaints", standard.complaints, Limit{});
  visit("staff", standard.staff, Limit{});
  visit("service_guarantee", standard.service_guarantee, Limit{});
  visit("safety_guarantee", standard.safety_guarantee, Limit{});
  visit("evaluation", standard.evaluation, Limit{});
}

template <typename V>
void fields(V& visit, Is<Decree> auto& decree) {
  visit("number", decree.number, Limit{.longest = 100});
  visit("date", decree.date, Limit{});
  visit("signed_by", decree.signed_by, one_line);
}

template <typename V>
void fields(V& visit, Is<Edition> auto& edition) {
  visit("number", edition.number, Limit{.least = 1, .greatest = 100'000, .required = true});
  visit("state", edition.state, needed);
  visit("valid_from", edition.valid_from, Limit{});
  visit("valid_until", edition.valid_until, Limit{});
  visit("decree", edition.decree, Limit{});
  visit("standard", edition.standard, needed);
}

}  // namespace prima::catalogue
