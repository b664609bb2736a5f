#pragma once

#include <optional>
#include <string>

#include "base/words.h"

namespace prima::identity {

// The form that people sign in with.
struct SignInForm {
  std::string csrf = {};         // of somebody who has signed in already; may be empty
  std::string name = {};         // as it was typed
  std::string return_path = {};  // where to go afterwards: a checked path of ours, may be empty
  std::string notice = {};       // what has just been done: "keluar", or nothing
  std::optional<Words> problem = {};
};
std::string sign_in_page(Language language, const SignInForm& form);

// What a wrong name, a wrong password, and an account that may not sign in all get.
Words wrong_name_or_password();

// The second step: a code of the app, or a recovery code.
struct CodeForm {
  std::string csrf = {};
  std::string return_path = {};
  std::optional<Words> problem = {};
};
std::string code_page(Language language, const CodeForm& form);

// "/masuk?ke=%2Fhasil"; only the path when there is nowhere to return to.
std::string with_return(std::string_view path, std::string_view return_path);

}  // namespace prima::identity
