#include <algorithm>
#include <vector>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/search_page_parts.h"
#include "html/alert.h"
#include "html/form.h"
#include "html/lists.h"
#include "html/pagination.h"
#include "html/text.h"

namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

constexpr std::size_t hits_a_page = 20;

SearchQuery query_for(const PortalSearch& search, std::size_t page) {
  SearchQuery query{.text = search.query.words};
  if (search.institution != nullptr) query.institution = search.institution->id;
  if (search.unit != nullptr) query.unit = search.unit->id.uuid();
  query.region_prefix = search.query.region;
  query.life_event = search.query.life_event;
  query.offset = (page - 1) * hits_a_page;
  query.limit = hits_a_page;
  return query;
}

std::size_t pages_of(const SearchResult& result) { return (result.found + hits_a_page - 1) / hits_a_page; }

struct ShownPage {
  SearchResult result;
  std::size_t page = 1;
};

// The page that was asked for, or the last one.
ShownPage find(const PortalSearch& search) {
  const SearchIndex& index = search.catalogue.index();
  const auto asked = static_cast<std::size_t>(search.query.page);
  ShownPage shown{index.search(query_for(search, asked)), asked};
  const std::size_t last = std::max<std::size_t>(pages_of(shown.result), 1);
  if (asked > last) shown = {index.search(query_for(search, last)), last};
  return shown;
}

PortalQuery with_words(const PortalQuery& query, const std::string& words) {
  PortalQuery next = query;
  next.words = words;
  next.page = 1;
  return next;
}

void write_did_you_mean(Writer& w, const PortalSearch& search, const SearchResult& result) {
  if (result.did_you_mean.empty()) return;
  w.p({{"class", "did-you-mean"}}, [&] {
    w.text(Text::portal_did_you_mean);
    w.text(" ");
    w.a({{"href", w.url(address_of(with_words(search.query, result.did_you_mean)))}}, result.did_you_mean);
  });
}

// Where the reader still has somewhere to go: mended words, without filters, or by life event.
void write_nothing_found(Writer& w, const PortalSearch& search, const SearchResult& result) {
  html::empty_state(w, {.title = Text::portal_none}, [&] {
    write_did_you_mean(w, search, result);
    w.p(search.query.has_filter() ? Text::portal_none_filtered : Text::portal_none_body);
    html::button_row(w, [&] {
      if (search.query.has_filter() && !search.query.words.empty())
        html::button_link(w, Text::portal_everywhere, address_of(PortalQuery{.words = search.query.words}));
      html::button_link(w, Text::portal_back, portal_path, html::ButtonKind::tertiary);
    });
  });
  w.h2(Text::portal_life_events);
  life_event_cards(w, search.catalogue, 3);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

// What one find says for itself; nothing when the title shows it.
std::string reason_of(const Writer& w, const WordMatch& match, const std::string& asked) {
  const std::string found = joined(match.terms);
  switch (match.kind) {
    case MatchKind::expression:
    case MatchKind::everyday:
      return w.plain(say(Text::portal_why_everyday, asked, found));
    case MatchKind::one_error:
    case MatchKind::two_errors:
      return w.plain(say(Text::portal_why_error, asked, found));
    case MatchKind::exact:
    case MatchKind::root:
    case MatchKind::beginning:
      break;
    case MatchKind::none:
      return {};
  }
  switch (match.field) {
    case SearchField::title:
    case SearchField::description:
      return {};
    case SearchField::other_title:
    case SearchField::keyword:
      return w.plain(say(Text::portal_why_other, asked));
    case SearchField::life_event:
      return w.plain(say(Text::portal_why_event, asked));
  }
  return {};
}

}  // namespace

html::Html marked_title(Language language, const Standard& standard, const SearchHit& hit) {
  const std::string& title = standard.title.in(language);
  Writer piece(language);
  const auto write = [&] {
    std::size_t at = 0;
    for (const MarkedRange& range : marked_words(title, hit)) {
      piece.text(std::string_view(title).substr(at, range.begin - at));
      piece.mark(std::string_view(title).substr(range.begin, range.end - range.begin));
      at = range.end;
    }
    piece.text(std::string_view(title).substr(at));
  };
  if (language == Language::en && standard.title.en.empty()) {
    piece.span({{"lang", "id"}}, write);
  } else {
    write();
  }
  return piece.take();
}

std::string why_found(const Writer& w, const SearchHit& hit) {
  std::string why;
  for (std::size_t i = 0; i < hit.words.size();) {
    // Words of one expression were found by the same terms.
    std::string asked = hit.words[i].word;
    std::size_t next = i + 1;
    while (hit.words[i].kind == MatchKind::expression && next < hit.words.size() &&
           hit.words[next].kind == MatchKind::expression && hit.words[next].terms == hit.words[i].terms)
      asked += " " + hit.words[next++].word;
    const std::string reason = reason_of(w, hit.words[i], asked);
    if (!reason.empty() && why.find(reason) == std::string::npos) why.append(why.empty() ? "" : "; ").append(reason);
    i = next;
  }
  return why;
}

void write_results(Writer& w, const PortalSearch& search) {
  const ShownPage shown = find(search);
  const SearchResult& result = shown.result;
  if (result.hits.empty()) return write_nothing_found(w, search, result);
  write_did_you_mean(w, search, result);
  w.p({{"role", "status"}}, say(Text::portal_found, count_words(w, result.found)));
  if (result.found_all_words == 0) html::alert(w, {}, [&] { w.p(Text::portal_some_words); });
  service_list(w, [&] {
    for (const SearchHit& hit : result.hits) {
      const PublicService* one = search.catalogue.find(hit.id);
      const std::string why = why_found(w, hit);
      service_line(w, *one, {.title = marked_title(w.language(), one->standard(), hit), .note = why});
    }
  });
  html::pagination(w, {.page = static_cast<std::int64_t>(shown.page),
                       .pages = static_cast<std::int64_t>(pages_of(result)),
                       .link = [&](std::int64_t page) {
                         PortalQuery next = search.query;
                         next.page = page;
                         return address_of(next);
                       }});
}

}  // namespace prima::catalogue
