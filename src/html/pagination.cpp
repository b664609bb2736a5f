#include "html/pagination.h"

#include <algorithm>
#include <vector>

#include "html/icon.h"
#include "html/text.h"

namespace prima::html {
namespace {

// First, last, and two on each side of the current page; 0 stands for a gap.
std::vector<std::int64_t> shown_pages(std::int64_t page, std::int64_t pages) {
  std::vector<std::int64_t> shown;
  for (std::int64_t one = 1; one <= pages; ++one) {
    const bool is_near = one >= page - 1 && one <= page + 1;
    if (one == 1 || one == pages || is_near) {
      shown.push_back(one);
    } else if (shown.back() != 0) {
      shown.push_back(0);
      one = std::max(one, one < page ? page - 2 : pages - 1);
    }
  }
  return shown;
}

void step(Writer& w, const Pagination& pagination, std::int64_t page, Text label, bool is_forward) {
  if (page < 1 || page > pagination.pages) return;
  w.li([&] {
    w.a({{"href", w.url(pagination.link(page))}, {"rel", is_forward ? "next" : "prev"}}, [&] {
      if (!is_forward) icon(w, Icon::chevron_left);
      w.text(label);
      if (is_forward) icon(w, Icon::chevron_right);
    });
  });
}

void number(Writer& w, const Pagination& pagination, std::int64_t page) {
  if (page == 0) return w.li([&] { w.span({{"aria-hidden", "true"}}, "…"); });
  const bool is_here = page == pagination.page;
  w.li([&] {
    w.a({{"href", w.url(pagination.link(page))},
         {"aria-label", w.plain(say(Text::pagination_page, w.count(page)))},
         {"aria-current", when(is_here, "page")}},
        w.count(page));
  });
}

}  // namespace

void pagination(Writer& w, const Pagination& pagination) {
  if (pagination.pages <= 1) return;
  w.nav({{"class", "pages"}, {"aria-label", Text::pagination_label}}, [&] {
    w.p({{"class", "small"}}, say(Text::pagination_position, w.count(pagination.page), w.count(pagination.pages)));
    w.ul([&] {
      step(w, pagination, pagination.page - 1, Text::pagination_previous, false);
      for (const std::int64_t page : shown_pages(pagination.page, pagination.pages)) number(w, pagination, page);
      step(w, pagination, pagination.page + 1, Text::pagination_next, true);
    });
  });
}

}  // namespace prima::html
