#pragma once

#include <string>
#include <string_view>

#include "catalogue/public_catalogue.h"
#include "html/navigation.h"

// The addresses of the citizen's portal, without language; codes are percent-encoded where they need it.
namespace prima::catalogue {

// The part of the navigation that the portal's pages belong to.
inline constexpr html::Section portal_section = html::Section::services;

inline constexpr std::string_view portal_path = "/layanan";
inline constexpr std::string_view portal_csv_path = "/layanan.csv";
inline constexpr std::string_view portal_csvw_path = "/layanan.csv-metadata.json";
inline constexpr std::string_view portal_feed_path = "/layanan.atom";
inline constexpr std::string_view portal_linked_data_path = "/layanan.jsonld";
inline constexpr std::string_view services_api_path = "/api/v1/services";

std::string service_path(const PublicService& one);              // "/layanan/33.74/ktp-hilang"
std::string edition_path(const PublicService& one, int number);  // "/layanan/33.74/ktp-hilang/edisi/2"
std::string linked_data_path(const PublicService& one);          // "/layanan/33.74/ktp-hilang.jsonld"
std::string service_api_path(const PublicService& one);          // "/api/v1/services/33.74/ktp-hilang"
std::string unit_path(const directory::Institution& institution, const directory::Unit& unit);  // "/unit/33.74/DISPORA"
std::string life_event_path(std::string_view id);                                               // "/peristiwa/birth"
std::string compare_path(std::string_view template_key);                                        // "/bandingkan/ktp-el"

}  // namespace prima::catalogue
