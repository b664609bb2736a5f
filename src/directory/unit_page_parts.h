#pragma once

#include "base/instant.h"
#include "directory/directory_store.h"
#include "directory/unit.h"
#include "html/writer.h"

// Parts of the pages of units.
namespace prima::directory {

// "08:00-12:00, 13:00-16:00", or the word for closed.
void write_hours(html::Writer& w, const DayHours& hours);

// Today, the week, and the special days from `today` on.
void write_opening(html::Writer& w, const OpeningHours& hours, TimeZone zone, Date today);

// Address, region, and a link to a map.
void write_place(html::Writer& w, const Unit& unit);
void write_contacts(html::Writer& w, const Contacts& contacts);
void write_channels(html::Writer& w, const Unit& unit);
void write_access(html::Writer& w, const Unit& unit);

Words event_words(Event event);

// The address of the place on OpenStreetMap. Only a link: no page of ours loads it.
std::string map_url(const Coordinates& place);

}  // namespace prima::directory
