#include "html/error_page.h"

#include "html/form.h"

namespace prima::html {
namespace {

struct ErrorWords {
  Text title;
  Text body;
};

ErrorWords words_of(int status) {
  switch (status) {
    case 404:
      return {Text::error_not_found, Text::error_not_found_body};
    case 405:
    case 501:
      return {Text::error_method, Text::error_method_body};
    case 408:
      return {Text::error_slow, Text::error_slow_body};
    case 413:
    case 414:
    case 431:
      return {Text::error_too_large, Text::error_too_large_body};
    case 415:
      return {Text::error_type, Text::error_type_body};
    case 429:
    case 503:
      return {Text::error_busy, Text::error_busy_body};
    default:
      return status >= 500 ? ErrorWords{Text::error_ours, Text::error_ours_body}
                           : ErrorWords{Text::error_request, Text::error_request_body};
  }
}

}  // namespace

std::string error_page(Language language, std::string_view path, int status, const Content& detail) {
  const ErrorWords words = words_of(status);
  return document(
      {.language = language, .path = std::string(path), .title = std::string(text(language, words.title))},
      [&](Writer& w) {
        page_header(w, {.eyebrow = say(Text::error_code, w.count(status)), .title = words.title, .lead = words.body});
        stack(w, [&] {
          if (!detail.empty()) w.p(detail);
          search_box(w, {.path = "/hasil", .label = Text::error_search});
          button_row(w, [&] { button_link(w, Text::error_home, "/"); });
        });
      });
}

}  // namespace prima::html
