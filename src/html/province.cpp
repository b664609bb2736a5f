#include "html/province.h"

#include <algorithm>
#include <array>

namespace prima::html {
namespace {

constexpr std::array<Province, 38> kProvinces = {{
    {"11", "Aceh", "Aceh", "Aceh", 1, 1},
    {"12", "Sumatera Utara", "North Sumatra", "Sumut", 2, 2},
    {"13", "Sumatera Barat", "West Sumatra", "Sumbar", 3, 2},
    {"14", "Riau", "Riau", "Riau", 3, 3},
    {"15", "Jambi", "Jambi", "Jambi", 4, 3},
    {"16", "Sumatera Selatan", "South Sumatra", "Sumsel", 5, 3},
    {"17", "Bengkulu", "Bengkulu", "Bengk", 4, 2},
    {"18", "Lampung", "Lampung", "Lamp", 6, 3},
    {"19", "Kepulauan Bangka Belitung", "Bangka Belitung Islands", "Babel", 5, 4},
    {"21", "Kepulauan Riau", "Riau Islands", "Kepri", 2, 4},
    {"31", "Daerah Khusus Jakarta", "Special Region of Jakarta", "Jkt", 7, 4},
    {"32", "Jawa Barat", "West Java", "Jabar", 8, 4},
    {"33", "Jawa Tengah", "Central Java", "Jateng", 8, 5},
    {"34", "Daerah Istimewa Yogyakarta", "Special Region of Yogyakarta", "DIY", 9, 5},
    {"35", "Jawa Timur", "East Java", "Jatim", 8, 6},
    {"36", "Banten", "Banten", "Banten", 8, 3},
    {"51", "Bali", "Bali", "Bali", 8, 7},
    {"52", "Nusa Tenggara Barat", "West Nusa Tenggara", "NTB", 8, 8},
    {"53", "Nusa Tenggara Timur", "East Nusa Tenggara", "NTT", 8, 9},
    {"61", "Kalimantan Barat", "West Kalimantan", "Kalbar", 3, 5},
    {"62", "Kalimantan Tengah", "Central Kalimantan", "Kalteng", 4, 5},
    {"63", "Kalimantan Selatan", "South Kalimantan", "Kalsel", 4, 6},
    {"64", "Kalimantan Timur", "East Kalimantan", "Kaltim", 3, 6},
    {"65", "Kalimantan Utara", "North Kalimantan", "Kaltara", 2, 6},
    {"71", "Sulawesi Utara", "North Sulawesi", "Sulut", 2, 10},
    {"72", "Sulawesi Tengah", "Central Sulawesi", "Sulteng", 4, 9},
    {"73", "Sulawesi Selatan", "South Sulawesi", "Sulsel", 5, 8},
    {"74", "Sulawesi Tenggara", "Southeast Sulawesi", "Sultra", 5, 9},
    {"75", "Gorontalo", "Gorontalo", "Gtlo", 3, 9},
    {"76", "Sulawesi Barat", "West Sulawesi", "Sulbar", 4, 8},
    {"81", "Maluku", "Maluku", "Maluku", 5, 11},
    {"82", "Maluku Utara", "North Maluku", "Malut", 3, 11},
    {"91", "Papua", "Papua", "Papua", 4, 14},
    {"92", "Papua Barat", "West Papua", "Pabar", 4, 13},
    {"93", "Papua Selatan", "South Papua", "Papsel", 6, 14},
    {"94", "Papua Tengah", "Central Papua", "Papteng", 5, 13},
    {"95", "Papua Pegunungan", "Highland Papua", "Papeg", 5, 14},
    {"96", "Papua Barat Daya", "Southwest Papua", "PBD", 4, 12},
}};

}  // namespace

std::span<const Province> provinces() { return kProvinces; }

const Province* find_province(std::string_view code) {
  const auto found = std::lower_bound(kProvinces.begin(), kProvinces.end(), code,
                                      [](const Province& one, std::string_view wanted) { return one.code < wanted; });
  return found != kProvinces.end() && found->code == code ? &*found : nullptr;
}

}  // namespace prima::html
