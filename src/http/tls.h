#pragma once

#include <memory>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace prima::http {

// TLS 1.2 and 1.3 with the certificate (the whole chain) and its key, files in PEM form. Throws ServerError when one of
// them cannot be read or they do not belong together.
std::shared_ptr<boost::asio::ssl::context> make_tls(const std::string& certificate_file, const std::string& key_file);

}  // namespace prima::http
