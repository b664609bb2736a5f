#include "app/registry_data.h"

#include "app/instruments.h"
#include "base/assert.h"
#include "embedded/reference_files.h"
#include "publication/registry_check.h"
#include "publication/registry_reader.h"

namespace prima::app {

namespace {

std::string_view reference_file(std::string_view path) {
  const EmbeddedFile* file = reference_data::find(path);
  PRIMA_ASSERT(file != nullptr);
  return file->bytes;
}

publication::Rounds make_rounds() {
  std::vector<const instrument::Instrument*> methods;
  for (const std::string& id : library().ids()) {
    if (id.starts_with("ombudsman/")) methods.push_back(library().find(id));
  }
  return publication::Rounds(methods);
}

publication::Registry make_registry() {
  auto rows =
      publication::read_registry(reference_file("published_results.csv"), "published_results.csv", registry_rounds());
  auto places =
      publication::read_government_places(reference_file("government_provinces.csv"), "government_provinces.csv");
  PRIMA_ASSERT(rows.has_value() && places.has_value());
  return {publication::check_registry(std::move(*rows), registry_rounds()), *places};
}

}  // namespace

const publication::Rounds& registry_rounds() {
  static const publication::Rounds rounds = make_rounds();
  return rounds;
}

const publication::Registry& registry() {
  static const publication::Registry registry = make_registry();
  return registry;
}

}  // namespace prima::app
