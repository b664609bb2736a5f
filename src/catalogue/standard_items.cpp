#include "catalogue/standard_items.h"

#include <fmt/format.h>

#include "base/text.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

LocalText plain(const std::string& text) { return {text, ""}; }
LocalText local(const Words& words) { return {words.id, words.en}; }

// Builds one item; what is empty adds no facet.
class Item {
 public:
  Item(std::string match, LocalText name) { item_.match = std::move(match), item_.name = std::move(name); }

  Item&& in_case(const Standard& standard, const std::string& key) && {
    item_.group = key.empty() ? "*" : key;
    item_.name = case_name(standard, key);
    return std::move(*this);
  }
  Item&& with(Words label, const LocalText& value) && {
    if (!value.empty()) item_.facets.push_back({std::move(label), value});
    return std::move(*this);
  }
  Item&& with(Words label, const std::string& value) && {
    return std::move(*this).with(std::move(label), plain(value));
  }
  Item&& with(Words label, const std::optional<Duration>& duration) && {
    return std::move(*this).with(std::move(label), duration ? local(words(*duration)) : LocalText());
  }
  Item&& with(Words label, const std::optional<Date>& date) && {
    return std::move(*this).with(std::move(label), date ? plain(iso(*date)) : LocalText());
  }
  StandardItem done() && { return std::move(item_); }

 private:
  StandardItem item_;
};

std::string content(const LocalText& text) { return lowered(trimmed(text.id)); }

using Items = std::vector<StandardItem>;

const Words how_often{"Jarak waktu", "How often"};
const Words how{"Cara", "How"};
const Words note{"Keterangan", "Note"};
const Words form{"Bentuk", "Form"};
const Words legal_ground{"Dasar hukum", "Legal ground"};
const Words post{"Jabatan", "Post"};
const Words short_name{"Kunci", "Key"};

Items legal_items(const Standard& s) {
  Items items;
  for (const LegalReference& one : s.legal_basis) {
    LegalReference bare = one;
    bare.title = {}, bare.article.clear();
    LocalText name = local(words(bare));
    items.push_back(
        Item(name.id, name).with({"Judul", "Title"}, one.title).with({"Pasal", "Article"}, one.article).done());
  }
  return items;
}

LocalText cases_text(const Standard& s, const std::vector<std::string>& keys) {
  LocalText text;
  for (const std::string& key : keys) {
    const LocalText name = case_name(s, key);
    const std::string comma = text.empty() ? "" : ", ";
    text.id += comma + name.in(Language::id);
    text.en += comma + name.in(Language::en);
  }
  return text;
}

Items requirement_items(const Standard& s) {
  Items items;
  for (const Requirement& one : s.requirements) {
    items.push_back(Item(content(one.name), one.name)
                        .with({"Jenis", "Kind"}, local(words(one.kind)))
                        .with(form, local(words(one.form)))
                        .with({"Banyaknya", "How many"}, one.copies == 0 ? "" : std::to_string(one.copies))
                        .with({"Tempat memperoleh", "Where to get it"}, one.where)
                        .with({"Untuk kasus", "In the case"}, cases_text(s, one.cases))
                        .with(note, one.note)
                        .done());
  }
  return items;
}

Items step_items(const Standard& s) {
  Items items;
  for (const Step& one : s.procedure) {
    items.push_back(Item(content(one.what), one.what)
                        .with({"Siapa", "Who"}, local(words(one.actor)))
                        .with(post, one.who)
                        .with({"Lama", "How long"}, one.duration)
                        .done());
  }
  return items;
}

Items time_items(const Standard& s) {
  Items items;
  for (const TimeRow& row : s.time) {
    items.push_back(Item(row.case_key, {})
                        .in_case(s, row.case_key)
                        .with({"Lama", "How long"}, std::optional(row.duration))
                        .with({"Dihitung", "Counted"}, row.starts)
                        .with(note, row.note)
                        .done());
  }
  return items;
}

Items fee_items(const Standard& s) {
  Items items;
  items.push_back(Item("state", {"Biaya", "Cost"})
                      .with({"Keadaan", "State"}, local(words(s.fees.state)))
                      .with(legal_ground, s.fees.legal_ground)
                      .done());
  for (const FeeRow& row : s.fees.rows) {
    items.push_back(Item(row.case_key + "\n" + row.per.id + "\n" + row.note.id, {})
                        .in_case(s, row.case_key)
                        .with({"Tarif", "Fee"}, local(rupiah_words(row.rupiah)))
                        .with({"Per", "Per"}, row.per)
                        .with(legal_ground, row.legal_ground)
                        .with(note, row.note)
                        .done());
  }
  return items;
}

Items product_items(const Standard& s) {
  Items items;
  for (const Product& one : s.products) {
    items.push_back(Item(content(one.name), one.name)
                        .with(form, local(words(one.form)))
                        .with({"Masa berlaku", "Validity"}, one.validity)
                        .done());
  }
  return items;
}

Items text_items(const std::vector<LocalText>& texts) {
  Items items;
  for (const LocalText& one : texts) items.push_back(Item(content(one), one).done());
  return items;
}

Items competence_items(const Standard& s) {
  Items items;
  for (const Competence& one : s.competence)
    items.push_back(Item(content(one.what), one.what).with(post, one.post).done());
  return items;
}

Items supervision_items(const Standard& s) {
  Items items;
  for (const Supervision& one : s.supervision) {
    items.push_back(Item(content(one.who) + "\n" + content(one.how), one.who.empty() ? one.how : one.who)
                        .with({"Pengawas", "Supervisor"}, one.who)
                        .with(how, one.how)
                        .with(how_often, one.how_often)
                        .done());
  }
  return items;
}

Items complaint_items(const Standard& s) {
  Items items;
  for (const Contact& one : s.complaints.contacts) {
    items.push_back(Item(std::string(key(one.kind)) + "\n" + one.value, local(words(one.kind)))
                        .with({"Alamat", "Address"}, one.value)
                        .with(note, one.note)
                        .done());
  }
  StandardItem answer = Item("answer", {"Jawaban", "Answer"})
                            .with({"Dijawab oleh", "Answered by"}, s.complaints.answered_by)
                            .with({"Paling lama", "At most"}, s.complaints.answer_time)
                            .with(how, s.complaints.how)
                            .done();
  if (!answer.facets.empty()) items.push_back(std::move(answer));
  return items;
}

Items staff_items(const Standard& s) {
  Items items;
  for (const StaffRow& row : s.staff)
    items.push_back(Item(content(row.post), row.post).with({"Orang", "People"}, std::to_string(row.count)).done());
  return items;
}

Items guarantee_items(const Standard& s) {
  Items items;
  const ServiceGuarantee& one = s.service_guarantee;
  if (!one.promise.empty())
    items.push_back(Item("promise", {"Janji", "Promise"}).with({"Isi", "Text"}, one.promise).done());
  if (!one.compensation.empty())
    items.push_back(Item("compensation", {"Bila standar tidak dipenuhi", "If the standard is not kept"})
                        .with({"Isi", "Text"}, one.compensation)
                        .done());
  return items;
}

Items evaluation_items(const Standard& s) {
  Items items;
  for (const Evaluation& one : s.evaluation)
    items.push_back(Item(content(one.how), one.how).with(how_often, one.how_often).done());
  return items;
}

void add_text(Items& items, std::string match, Words name, const LocalText& value) {
  if (!value.empty()) items.push_back(Item(std::move(match), local(name)).with({"Isi", "Text"}, value).done());
}

template <typename List, typename F>
LocalText joined(const List& list, F text_of) {
  LocalText text;
  for (const auto& one : list) {
    const LocalText part = text_of(one);
    const std::string comma = text.empty() ? "" : ", ";
    text.id += comma + part.in(Language::id);
    text.en += comma + part.in(Language::en);
  }
  return text;
}

}  // namespace

LocalText case_name(const Standard& standard, const std::string& key) {
  if (key.empty()) return {"Semua kasus", "Every case"};
  for (const Case& one : standard.cases) {
    if (one.key == key) return one.name;
  }
  return plain(key);
}

std::vector<StandardItem> items_of(const Standard& standard, Component component) {
  switch (component) {
    case Component::legal_basis:
      return legal_items(standard);
    case Component::requirements:
      return requirement_items(standard);
    case Component::procedure:
      return step_items(standard);
    case Component::time:
      return time_items(standard);
    case Component::fees:
      return fee_items(standard);
    case Component::products:
      return product_items(standard);
    case Component::facilities:
      return text_items(standard.facilities);
    case Component::competence:
      return competence_items(standard);
    case Component::supervision:
      return supervision_items(standard);
    case Component::complaints:
      return complaint_items(standard);
    case Component::staff:
      return staff_items(standard);
    case Component::service_guarantee:
      return guarantee_items(standard);
    case Component::safety_guarantee:
      return text_items(standard.safety_guarantee);
    case Component::evaluation:
      return evaluation_items(standard);
  }
  return {};
}

std::vector<StandardItem> description_items(const Standard& s) {
  Items items;
  add_text(items, "title", {"Judul", "Title"}, s.title);
  add_text(items, "other_names", {"Nama lain", "Other names"},
           joined(s.other_names, [](const LocalText& one) { return one; }));
  add_text(items, "keywords", {"Kata kunci", "Keywords"}, joined(s.keywords, plain));
  add_text(items, "description", {"Uraian", "Description"}, s.description);
  add_text(items, "audience", {"Untuk siapa", "For whom"}, s.audience);
  add_text(items, "life_events", {"Peristiwa hidup", "Life events"}, joined(s.life_events, plain));
  add_text(items, "languages", {"Bahasa", "Languages"},
           joined(s.languages, [](SpokenLanguage one) { return local(words(one)); }));
  for (const Channel& one : s.channels) {
    items.push_back(Item("channel\n" + std::string(key(one.kind)) + "\n" + content(one.name),
                         one.name.empty() ? local(words(one.kind)) : one.name)
                        .with({"Saluran", "Channel"}, local(words(one.kind)))
                        .with({"Alamat", "Address"}, one.address)
                        .done());
  }
  for (const OpeningHours& one : s.opening_hours) {
    const LocalText name = local(words(one));
    items.push_back(Item("hours\n" + name.id, name).with(note, one.note).done());
  }
  for (const Case& one : s.cases) items.push_back(Item("case\n" + one.key, one.name).with(short_name, one.key).done());
  return items;
}

std::vector<StandardItem> validity_items(const Edition& edition) {
  Items items;
  StandardItem dates = Item("dates", {"Masa berlaku", "Validity"})
                           .with({"Mulai", "From"}, edition.valid_from)
                           .with({"Sampai", "Until"}, edition.valid_until)
                           .done();
  if (!dates.facets.empty()) items.push_back(std::move(dates));
  StandardItem decree = Item("decree", {"Keputusan penetapan", "Decree"})
                            .with({"Nomor", "Number"}, edition.decree.number)
                            .with({"Tanggal", "Date"}, edition.decree.date)
                            .with({"Ditandatangani", "Signed by"}, edition.decree.signed_by)
                            .done();
  if (!decree.facets.empty()) items.push_back(std::move(decree));
  return items;
}

}  // namespace prima::catalogue
