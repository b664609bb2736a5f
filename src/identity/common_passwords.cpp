#include "identity/common_passwords.h"

#include "base/assert.h"
#include "embedded/password_files.h"

namespace prima::identity {

const CommonPasswords& common_passwords() {
  static const CommonPasswords list = [] {
    const EmbeddedFile* file = password_data::find("common.txt");
    PRIMA_ASSERT(file != nullptr);
    return CommonPasswords(file->bytes);
  }();
  return list;
}

}  // namespace prima::identity
