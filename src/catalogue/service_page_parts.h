#pragma once

#include "catalogue/service_page.h"
#include "html/writer.h"

// The parts of the page of one service. Each writes nothing where there is nothing to say, unless the reader would miss
// it.
namespace prima::catalogue {

inline const Edition& edition_of(const ServicePage& page) {
  return page.earlier != nullptr ? *page.earlier : page.service.edition;
}
inline const Standard& standard_of(const ServicePage& page) { return edition_of(page).standard; }

// What an applicant does: "apply today", what to bring, steps, cost, what comes out.
void write_promise(html::Writer& w, const ServicePage& page);
void write_requirements(html::Writer& w, const ServicePage& page);
void write_steps(html::Writer& w, const ServicePage& page);
void write_times(html::Writer& w, const ServicePage& page);
void write_fees(html::Writer& w, const ServicePage& page);
void write_products(html::Writer& w, const ServicePage& page);

// Beside it: where, whom to complain to, how to share it.
void write_place(html::Writer& w, const ServicePage& page);
void write_complaints(html::Writer& w, const ServicePage& page);
void write_sharing(html::Writer& w, const ServicePage& page);

// Below: what it rests on, what is promised, what else the standard says, and which editions there were.
void write_charter(html::Writer& w, const ServicePage& page);
void write_background(html::Writer& w, const ServicePage& page);
void write_history(html::Writer& w, const ServicePage& page);

}  // namespace prima::catalogue
