// Every parser under thousands of damaged inputs, the same ones each time: it reads them, or says in both languages what is
// wrong with them. Anything else (another exception, a crash, a wrong access under the sanitizers) fails.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "tests/fuzz/parsers.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// SplitMix64 (Steele, Lea and Flood 2014): a number for each step of a seed.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t end) {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return end == 0 ? 0 : static_cast<std::size_t>((z ^ (z >> 31U)) % end);
  }

 private:
  std::uint64_t state_;
};

/// What people and programs put where it does not belong.
constexpr std::array<std::string_view, 24> kTokens{"nan", "inf",  "-1", "1e309", "99999999999999999999",
                                                   "\"",  "\n",   ",",  ";",     "#N/A",
                                                   "{",   "}",    "[",  "]",     "<",
                                                   "/>",  "&",    "=",  "\xFF",  "\xE6\xB0",
                                                   "％",  "0x1F", "\\", "..."};

void mutate(std::string& bytes, Dice& dice) {
  constexpr std::size_t kLongest = 24;
  const std::size_t at = dice.below(bytes.size() + 1);
  const std::size_t length = std::min(1 + dice.below(kLongest), bytes.size() - at);
  switch (dice.below(6)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << dice.below(8)));
      break;
    case 1:
      if (at < bytes.size()) bytes[at] = static_cast<char>(dice.below(256));
      break;
    case 2:
      bytes.insert(at, kTokens.at(dice.below(kTokens.size())));
      break;
    case 3:
      bytes.erase(at, length);
      break;
    case 4:
      bytes.insert(dice.below(bytes.size() + 1), bytes.substr(at, length));
      break;
    default:
      if (dice.below(4) == 0) bytes.resize(at);
      break;
  }
}

std::string mutated(const Parser& parser, std::uint64_t seed) {
  Dice dice(seed * 1000003U + parser.name.size());
  std::string bytes = parser.samples.at(dice.below(parser.samples.size()));
  for (std::size_t steps = 1 + dice.below(4); steps > 0; --steps) mutate(bytes, dice);
  return bytes;
}

/// What a reading came to, where it is a fault of the program.
std::string outcome(const Parser& parser, std::string_view bytes) {
  try {
    return fault_in(parser.read(bytes));
  } catch (const std::exception& error) {
    return std::string("not an error of ours: ") + error.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mutation)

BOOST_AUTO_TEST_CASE(sound_samples_are_read_without_an_error) {
  for (const Parser& parser : parsers()) {
    for (const std::string& sample : parser.samples) {
      const auto found = parser.read(sample);
      BOOST_TEST(fault_in(found).empty(), parser.name);
      for (const Diagnostic& d : found) {
        // The files of the little project are not there, and no name is of words alone.
        const bool sound = d.severity != Diagnostic::Severity::error || parser.name == "project" ||
                           parser.name == "sheet" || parser.name == "workbook";
        BOOST_TEST(sound, parser.name << ": " << render(d, Language::en));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(damaged_inputs_are_read_or_refused_with_words) {
  constexpr std::uint64_t kSeeds = 120;
  for (const Parser& parser : parsers()) {
    for (std::uint64_t seed = 0; seed < kSeeds; seed += parser.tries_in) {
      const std::string bytes = mutated(parser, seed);
      const std::string fault = outcome(parser, bytes);
      BOOST_TEST(fault.empty(), parser.name << ", seed " << seed << ": " << fault << "\n" << bytes.substr(0, 400));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_beginning_of_a_sample_is_read_or_refused) {
  constexpr std::size_t kSteps = 40;
  for (const Parser& parser : parsers()) {
    const std::string& sample = parser.samples.front();
    for (std::size_t i = 0; i <= kSteps; i += parser.tries_in) {
      const std::string bytes = sample.substr(0, sample.size() * i / kSteps);
      const std::string fault = outcome(parser, bytes);
      BOOST_TEST(fault.empty(), parser.name << ", first " << bytes.size() << " bytes: " << fault);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
