#pragma once

#include <curl/curl.h>

#include <memory>
#include <string_view>

namespace prima::identity {

struct CurlDeleter {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, CurlDeleter>;
using CurlList = std::unique_ptr<curl_slist, CurlDeleter>;

// A handle that shows no progress, raises no signal and reads no settings of the environment but proxies. Never null.
CurlHandle make_curl();

// The list with one more line.
CurlList with_line(CurlList list, std::string_view line);

}  // namespace prima::identity
