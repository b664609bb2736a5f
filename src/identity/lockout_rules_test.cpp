#include "identity/lockout_rules.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "identity/sign_in_store.h"

namespace prima::identity {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant start = from_unix_ms(1'800'000'000'000);
const std::string key = "a key of thirty-two bytes ......";

// The sign-in of a whole installation, with nothing but the rules.
class SignIn {
 public:
  // Whether the password would have been looked at. A good one gives the budgets back.
  bool try_once(const Attempt& attempt, Instant now, bool good = false) {
    const auto keys = budgets_of(attempt);
    for (const BudgetKey& each : keys) {
      if (wait_until(budgets_[each], policy_of(each.kind, policy_), now)) return false;
    }
    for (const BudgetKey& each : keys) {
      Budget& budget = budgets_[each];
      budget = charged(budget, policy_of(each.kind, policy_), now);
      if (good) budget = refunded(each.kind, budget);
    }
    return true;
  }

 private:
  LockoutPolicy policy_;
  std::map<BudgetKey, Budget> budgets_;
};

std::string address(int number) { return fmt::format("10.{}.{}.{}", number / 65536, number / 256 % 256, number % 256); }

const DeviceId her_browser{"0123456789abcdef"};

TEST(Lockout, ABotnetCannotKeepAPersonOutOfHerOwnBrowser) {
  SignIn sign_in;
  Instant now = start;
  for (int round = 0; round < 20'000; ++round) {
    sign_in.try_once({"3374/sari", address(round), {}}, now);
    now += seconds(10);
    if (round % 100 == 0) {
      EXPECT_TRUE(sign_in.try_once({"3374/sari", "192.0.2.7", her_browser}, now, true)) << round;
    }
  }
}

TEST(Lockout, ABotnetGetsFewGuessesAtOneAccount) {
  SignIn sign_in;
  int guesses = 0;
  const Instant end = start + hours(24 * 30);
  int source = 0;
  for (Instant now = start; now < end; now += minutes(1)) {
    for (int each = 0; each < 5; ++each) guesses += sign_in.try_once({"3374/sari", address(source++), {}}, now) ? 1 : 0;
  }
  EXPECT_LE(guesses, 30 * 48 + 30) << "about two an hour";
  EXPECT_GT(guesses, 100);
}

TEST(Lockout, OneSourceGetsFewGuessesOverAllAccounts) {
  SignIn sign_in;
  int guesses = 0;
  int account = 0;
  for (Instant now = start; now < start + hours(24); now += seconds(1)) {
    guesses += sign_in.try_once({fmt::format("3374/person{}", account++), "198.51.100.9", {}}, now) ? 1 : 0;
  }
  EXPECT_LE(guesses, 24 * 4 + 40) << "about four an hour";
}

TEST(Lockout, AnAttackFromOneOfficeDoesNotStopKnownBrowsersThere) {
  SignIn sign_in;
  Instant now = start;
  for (int each = 0; each < 1000; ++each) {
    sign_in.try_once({fmt::format("3374/person{}", each), "198.51.100.9", {}}, now);
    now += milliseconds(50);
  }
  EXPECT_TRUE(sign_in.try_once({"3374/sari", "198.51.100.9", her_browser}, now, true));
  EXPECT_FALSE(sign_in.try_once({"3374/budi", "198.51.100.9", {}}, now, true)) << "a stranger there waits";
}

TEST(Lockout, AThiefOfTheBrowserIsHeldUpToo) {
  SignIn sign_in;
  int guesses = 0;
  for (Instant now = start; now < start + hours(24); now += seconds(1)) {
    guesses += sign_in.try_once({"3374/sari", "192.0.2.7", her_browser}, now) ? 1 : 0;
  }
  EXPECT_LE(guesses, 24 * 12 + 30);
}

TEST(Lockout, AnAccountOfOnesOwnFillsNoSourcesBudget) {
  SignIn sign_in;
  int guesses = 0;
  int account = 0;
  for (Instant now = start; now < start + hours(2); now += seconds(1)) {
    guesses += sign_in.try_once({fmt::format("3374/person{}", account++), "198.51.100.9", {}}, now) ? 1 : 0;
    sign_in.try_once({"3374/mallory", "198.51.100.9", {}}, now, true);
  }
  EXPECT_LE(guesses, 60);
}

TEST(Lockout, ManyAttemptsAtTheSameMomentAreAllCounted) {
  SignIn sign_in;
  int guesses = 0;
  for (int each = 0; each < 100; ++each) guesses += sign_in.try_once({"3374/sari", address(each), {}}, start) ? 1 : 0;
  EXPECT_EQ(guesses, 11);
}

TEST(Lockout, ForgetsMistakesOfAPersonWhoComesBackTomorrow) {
  SignIn sign_in;
  for (int each = 0; each < 10; ++each) EXPECT_TRUE(sign_in.try_once({"3374/sari", "192.0.2.7", her_browser}, start));
  EXPECT_TRUE(sign_in.try_once({"3374/sari", "192.0.2.7", her_browser}, start));
  EXPECT_FALSE(sign_in.try_once({"3374/sari", "192.0.2.7", her_browser}, start));
  const Instant tomorrow = start + hours(24);
  for (int each = 0; each < 10; ++each) {
    EXPECT_TRUE(sign_in.try_once({"3374/sari", "192.0.2.7", her_browser}, tomorrow));
  }
}

TEST(Lockout, SomebodyWhoAsksForLinksInHerNameCannotKeepHerWithoutOne) {
  SignIn links;
  std::optional<Instant> last_link;
  int source = 0;
  for (Instant now = start; now < start + hours(48); now += seconds(10)) {
    if (links.try_once({"3374/sari tautan", address(source++), {}}, now)) last_link = now;
    ASSERT_TRUE(last_link && now - *last_link < lifetime_of(LinkPurpose::password_reset))
        << "she has no link that works, and may not ask for one";
  }
}

TEST(Budget, WaitsTwiceAsLongEachTimeUpToALimit) {
  const BudgetPolicy policy{.free = 2, .first_wait = seconds(1), .longest_wait = seconds(6)};
  Budget budget;
  const std::int64_t waits[] = {0, 0, 1000, 2000, 4000, 6000, 6000};
  for (const std::int64_t wait : waits) {
    budget = charged(budget, policy, start);
    const auto until = wait_until(budget, policy, start);
    EXPECT_EQ(until ? (*until - start).count() : 0, wait) << budget.failures;
  }
  EXPECT_EQ(wait_until({4'000'000'000U, start}, policy, start), start + seconds(6));
  EXPECT_EQ(charged({UINT32_MAX, start}, policy, start).failures, UINT32_MAX);
}

TEST(Budget, OfADeviceIsFullAfterAGoodAttemptAndTheOthersAreNot) {
  const Budget budget{7, start};
  EXPECT_EQ(refunded(BudgetKind::device, budget).failures, 0U);
  EXPECT_EQ(refunded(BudgetKind::source, budget).failures, 6U);
  EXPECT_EQ(refunded(BudgetKind::strangers, budget).failures, 6U);
  EXPECT_EQ(refunded(BudgetKind::source, {}).failures, 0U);
}

TEST(Budget, KeysTellApartWhatDiffers) {
  const auto strangers = budgets_of({"3374/sari", "192.0.2.7", {}});
  ASSERT_EQ(strangers.size(), 2U);
  EXPECT_NE(strangers[0].key, strangers[1].key);
  EXPECT_NE(budgets_of({"3374/sari", "", her_browser}), budgets_of({"3374/budi", "", her_browser}));
  EXPECT_NE(budgets_of({"3374/sari", "", her_browser}), budgets_of({"3374/sari", "", DeviceId{"fedcba9876543210"}}));
}

TEST(Network, OfAnIpv6AddressIsItsFirstHalf) {
  EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), network_of("2001:db8:1:2::9"));
  EXPECT_NE(network_of("2001:db8:1:2::9"), network_of("2001:db8:1:3::9"));
  EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(network_of("unknown"), "unknown");
}

TEST(DeviceCookie, IsGoodForItsAccountAndItsTime) {
  const std::string cookie = make_device_cookie(key, "3374/sari", her_browser, start);
  EXPECT_EQ(read_device_cookie(key, "3374/sari", cookie, start), her_browser);
  EXPECT_EQ(read_device_cookie(key, "3374/sari", cookie, start + device_cookie_lifetime), her_browser);
  EXPECT_FALSE(read_device_cookie(key, "3374/sari", cookie, start + device_cookie_lifetime + milliseconds(1)));
  EXPECT_FALSE(read_device_cookie(key, "3374/sari", cookie, start - milliseconds(1)));
  EXPECT_FALSE(read_device_cookie(key, "3374/budi", cookie, start));
  EXPECT_FALSE(read_device_cookie("another key of thirty-two bytes", "3374/sari", cookie, start));
}

TEST(DeviceCookie, CannotBeMadeUp) {
  const std::string cookie = make_device_cookie(key, "3374/sari", her_browser, start);
  for (std::size_t at = 0; at < cookie.size(); ++at) {
    std::string altered = cookie;
    altered[at] = altered[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(read_device_cookie(key, "3374/sari", altered, start)) << at;
  }
  EXPECT_FALSE(read_device_cookie(key, "3374/sari", "", start));
  EXPECT_FALSE(read_device_cookie(key, "3374/sari", cookie.substr(1), start));
}

TEST(Wait, IsSaidInWords) {
  EXPECT_NE(describe_wait(start + seconds(1), start).en.find("in 1 second,"), std::string::npos);
  EXPECT_NE(describe_wait(start + milliseconds(60'001), start).en.find("in 2 minutes,"), std::string::npos);
  EXPECT_NE(describe_wait(start + seconds(60), start).id.find("dalam 1 menit,"), std::string::npos);
}

}  // namespace
}  // namespace prima::identity
