#include "catalogue/template.h"

#include <algorithm>

#include "base/assert.h"
#include "embedded/service_template_files.h"

namespace prima::catalogue {

namespace {

std::size_t sector_place(const std::string& key) {
  const auto& sectors = template_sectors();
  const auto found = std::find_if(sectors.begin(), sectors.end(), [&](const auto& one) { return one.key == key; });
  return static_cast<std::size_t>(found - sectors.begin());
}

std::vector<ServiceTemplate> read_all() {
  std::vector<ServiceTemplate> templates;
  for (const EmbeddedFile& file : service_template_data::files()) {
    auto read = read_template(file.bytes, std::string(file.path.substr(0, file.path.rfind('.'))));
    PRIMA_ASSERT(read.has_value());
    templates.push_back(std::move(*read));
  }
  std::sort(templates.begin(), templates.end(), [](const ServiceTemplate& a, const ServiceTemplate& b) {
    const std::size_t place_a = sector_place(a.sector);
    const std::size_t place_b = sector_place(b.sector);
    return place_a != place_b ? place_a < place_b : a.standard.title.id < b.standard.title.id;
  });
  return templates;
}

}  // namespace

const Words* ServiceTemplate::hint(Component component) const {
  for (const TemplateHint& one : hints) {
    if (one.component == component) return &one.text;
  }
  return nullptr;
}

const std::vector<TemplateSector>& template_sectors() {
  static const std::vector<TemplateSector> sectors = {
      {"kependudukan", {"Kependudukan dan pencatatan sipil", "Population and civil records"}},
      {"perizinan", {"Bangunan dan izin usaha", "Buildings and business permits"}},
      {"kesehatan", {"Kesehatan", "Health"}},
      {"pendidikan", {"Pendidikan", "Education"}},
      {"sosial", {"Sosial", "Social affairs"}},
      {"pajak", {"Pajak daerah", "Local taxes"}},
      {"perdagangan", {"Pasar dan perdagangan", "Markets and trade"}},
      {"perhubungan", {"Perhubungan", "Transport"}},
      {"ketenagakerjaan", {"Tenaga kerja", "Labour"}},
      {"lingkungan", {"Lingkungan dan fasilitas kota", "Environment and city facilities"}},
      {"informasi", {"Informasi, perpustakaan, dan pengaduan", "Information, library and complaints"}},
      {"pertanian", {"Pertanian, peternakan, dan perikanan", "Farming, livestock and fishery"}},
  };
  return sectors;
}

Words template_notice() {
  return {
      "Templat ini kami tulis sebagai titik awal, bukan aturan. Cocokkan setiap isinya dengan peraturan dan keadaan "
      "unit Anda; biaya dan waktu sengaja kosong.",
      "We wrote this template as a start, not as a rule. Check all of it against the regulations and the practice "
      "of your unit; fees and times are empty on purpose."};
}

const std::vector<ServiceTemplate>& service_templates() {
  static const std::vector<ServiceTemplate> templates = read_all();
  return templates;
}

const ServiceTemplate* find_template(std::string_view key) {
  for (const ServiceTemplate& one : service_templates()) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

Edition draft_from(const ServiceTemplate& source) {
  Edition edition;
  edition.standard = source.standard;
  return edition;
}

}  // namespace prima::catalogue
