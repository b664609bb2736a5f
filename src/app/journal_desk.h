#pragma once

#include <vector>

#include "app/gate.h"
#include "app/platform.h"

namespace prima::app {

// The journal for auditors (/jurnal), and its proofs for everybody (/audit/...). Safe from any thread.
class JournalDesk {
 public:
  explicit JournalDesk(Platform& platform) : platform_(platform) {}

  std::vector<GatedRoute> routes();

 private:
  // The journal of the person's institution, or of `instansi`, with filters, the latest first.
  http::Response page(const Visit& visit);
  // The same entries as JSON lines, byte for byte as they are hashed, from ?dari=SEQUENCE on.
  http::Response lines(const Visit& visit);
  // Public, text/plain: the latest signed checkpoint of ?institution=N.
  http::Response checkpoint(const Visit& visit);
  // Public: the key that checkpoints are verified with.
  http::Response key(const Visit& visit);
  // Public, JSON: ?institution=N&index=I&size=S, and ?institution=N&from=M&to=N.
  http::Response inclusion(const Visit& visit);
  http::Response consistency(const Visit& visit);

  Platform& platform_;
};

}  // namespace prima::app
