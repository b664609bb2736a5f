#include "identity/curl_handle.h"

#include <new>
#include <string>

#include "base/assert.h"

namespace prima::identity {

CurlHandle make_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  PRIMA_ASSERT(started == CURLE_OK);
  CurlHandle curl(curl_easy_init());
  if (!curl) throw std::bad_alloc();
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 1L);
  return curl;
}

CurlList with_line(CurlList list, std::string_view line) {
  curl_slist* longer = curl_slist_append(list.get(), std::string(line).c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list.release());  // belongs to the longer one now
  return CurlList(longer);
}

}  // namespace prima::identity
