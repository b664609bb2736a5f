#include "catalogue/search_vocabulary.h"

#include "base/assert.h"
#include "embedded/search_files.h"

namespace prima::catalogue {

namespace {

template <typename T>
T read_built_in(const char* path) {
  const EmbeddedFile* const file = search_data::find(path);
  PRIMA_ASSERT(file != nullptr);
  auto read = T::read(file->bytes, path);
  PRIMA_ASSERT(read.has_value());
  return std::move(*read);
}

}  // namespace

const SearchVocabulary& built_in_vocabulary() {
  static const SearchVocabulary vocabulary{.everyday = read_built_in<EverydayWords>("everyday_words.yaml"),
                                           .events = read_built_in<LifeEvents>("life_events.yaml")};
  return vocabulary;
}

}  // namespace prima::catalogue
