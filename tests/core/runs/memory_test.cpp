// What a run is said to take in memory against what it takes, counted allocation by allocation.
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>

#include "core/runs/distances.hpp"
#include "core/runs/map.hpp"
#include "core/runs/memory_plan.hpp"
#include "core/runs/review.hpp"
#include "tests/core/decision/decision_fixture.hpp"

namespace {

std::atomic<std::int64_t> held_bytes{0};
std::atomic<std::int64_t> most_bytes{0};

std::int64_t block_bytes(void* block) {
  constexpr std::int64_t kHead = 8;  // of the allocator's own
  return static_cast<std::int64_t>(malloc_usable_size(block)) + kHead;
}

}  // namespace

// NOLINTBEGIN(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory): what counts allocations makes them
void* operator new(std::size_t size) {
  void* block = std::malloc(std::max<std::size_t>(size, 1));
  if (block == nullptr) throw std::bad_alloc();
  const std::int64_t now = held_bytes += block_bytes(block);
  std::int64_t most = most_bytes;
  while (now > most && !most_bytes.compare_exchange_weak(most, now)) {
  }
  return block;
}

// A sanitizer has one of its own, whose blocks only it may take back.
void* operator new(std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
  try {
    return ::operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void operator delete(void* block) noexcept {
  if (block != nullptr) held_bytes -= block_bytes(block);
  std::free(block);
}

void operator delete(void* block, std::size_t /*size*/) noexcept { ::operator delete(block); }
// NOLINTEND(cppcoreguidelines-no-malloc,cppcoreguidelines-owning-memory)

using namespace sise;
using namespace sise::testing;

namespace {

/// The most that is held at a time while the work runs, besides what was there before.
template <class Work>
std::int64_t most_during(Work work) {
  const std::int64_t before = held_bytes;
  most_bytes = before;
  work();
  return most_bytes - before;
}

/// The bytes of the program itself are a measured constant and no part of these tests.
double share(std::int64_t planned, std::int64_t counted) {
  BOOST_TEST_MESSAGE("planned " << planned - program_bytes << ", counted " << counted);
  return static_cast<double>(planned - program_bytes) / static_cast<double>(counted);
}

/// Units that leak chlorine, one an enterprise, and schools among them.
struct ChlorineDistrict : World {
  ChlorineDistrict(int units, int schools, double width_m) {
    study.model.dispersion = "passive";
    study.rose.rows.clear();
    for (const double from : {0.0, 90.0, 180.0, 270.0}) {
      study.rose.rows.push_back({from, Stability::D, 4.0, 0.15});
      study.rose.rows.push_back({from, Stability::F, 2.0, 0.1});
    }
    for (int i = 0; i < units; ++i) {
      const std::string id = "unit-" + std::to_string(i);
      Unit& unit = add_unit(id, "enterprise " + std::to_string(i), place(i, width_m));
      unit.substance = "chlorine";
      Scenario leak;
      leak.unit_id = id;
      leak.case_id = "leak";
      leak.frequency_per_year = 1e-4;
      leak.substance = "chlorine";
      leak.rate_kg_s = 60.0 + i;
      study.scenarios.push_back(leak);
    }
    for (int i = 0; i < schools; ++i) {
      Target school;
      school.id = "school-" + std::to_string(i);
      school.name = "学校 " + std::to_string(i);
      school.target_class = TargetClass::general_1;
      school.class_basis = basis(Confidence::recalled);
      const Point at = place(7 * i + 3, width_m);
      school.geometry = box(at.x, at.y, at.x + 50.0, at.y + 40.0);
      study.targets.push_back(school);
    }
  }

  /// Scattered, and the same every time.
  static Point place(int i, double width_m) {
    constexpr double kGolden = 0.6180339887;
    constexpr double kOther = 0.7548776662;
    const auto scattered = [&](double step) { return width_m * (step * i - std::floor(step * i) - 0.5); };
    return {scattered(kGolden), scattered(kOther)};
  }

  SubstanceTable substances{{chlorine(), ammonium_nitrate()}};
  sise::testing::LevelGround ground;
};

class Takes : public BandReceiver {
 public:
  void add(const MapBand& band) override { rows += band.code.rows(); }
  std::int64_t rows = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(distances_take_what_they_are_said_to) {
  const ChlorineDistrict d(60, 150, 1200.0);
  const DominoPack levels;
  std::int64_t planned = 0;
  std::size_t rows = 0;
  const std::int64_t counted = most_during([&] {
    const Assessment assessment(d.study, d.substances, d.ground);
    planned = plan_lists(demand_of(assessment.risk), distances_demand(d.study), {}).peak_bytes;
    rows = distances_run(assessment, levels, nullptr).census.checks.size();
  });
  BOOST_TEST(rows > 7000U);  // of 9,000 pairs, all of which are planned for
  BOOST_TEST(share(planned, counted) > 0.8);
  BOOST_TEST(share(planned, counted) < 1.2);
}

BOOST_AUTO_TEST_CASE(reviews_take_what_they_are_said_to_by_the_units_around) {
  for (const int units : {3, 60}) {
    const ChlorineDistrict d(units, 0, 1200.0);
    std::vector<Proposal> proposals;
    std::vector<const Geometry*> shapes;
    for (int i = 0; i < 400; ++i) {
      const Point at = ChlorineDistrict::place(5 * i + 1, 1200.0);
      proposals.push_back(development("parcel-" + std::to_string(i), TargetClass::general_1,
                                      box(at.x, at.y, at.x + 30.0, at.y + 30.0), basis(Confidence::recalled)));
    }
    for (const Proposal& proposal : proposals) shapes.push_back(&proposal.target.geometry);
    std::int64_t planned = 0;
    const std::int64_t counted = most_during([&] {
      const Assessment assessment(d.study, d.substances, d.ground);
      planned = plan_lists(demand_of(assessment.risk), review_demand(shapes, d.study), {}).peak_bytes;
      BOOST_TEST(review_run(assessment, proposals, {}, nullptr).size() == 400U);
    });
    BOOST_TEST_CONTEXT(units << " units: planned " << planned - program_bytes << ", counted " << counted) {
      BOOST_TEST(share(planned, counted) > 0.8);
      BOOST_TEST(share(planned, counted) < 1.2);
    }
  }
}

BOOST_AUTO_TEST_CASE(maps_take_what_they_are_said_to) {
  ChlorineDistrict d(40, 10, 3000.0);
  d.study.grid.cell_m = 5.0;
  d.study.grid.columns = 800;
  d.study.grid.rows = 800;
  std::int64_t planned = 0;
  const std::int64_t counted = most_during([&] {
    MapRun run(d.study, d.substances, d.ground);
    Takes takes;
    const MemoryPlan plan = run.plan({}, {});
    planned = plan.peak_bytes;
    (void)run.run(plan, takes, nullptr);
  });
  BOOST_TEST(share(planned, counted) > 0.8);
  BOOST_TEST(share(planned, counted) < 1.2);
}

// The smallest budget that a refusal names is one that does.
BOOST_AUTO_TEST_CASE(the_refusal_names_the_smallest_budget_that_would_do) {
  ChlorineDistrict d(10, 10, 3000.0);
  const MapRun run(d.study, d.substances, d.ground);
  const ReceiverDemand receiver{8, 1 << 20, 0, 0};
  const auto least_said = [&](const auto& plan) {
    try {
      plan(std::int64_t{1});
    } catch (const BudgetError& error) {
      const std::string text = error.diagnostics().front().message.en;
      return std::stoll(text.substr(text.find("least ") + 6)) << 20;
    }
    return 0LL;
  };
  const auto map = [&](std::int64_t bytes) { (void)run.plan(receiver, {.max_memory_bytes = bytes}); };
  const auto lists = [&](std::int64_t bytes) {
    (void)plan_lists(demand_of(run.assessment().risk), distances_demand(d.study), {.max_memory_bytes = bytes});
  };
  BOOST_TEST(least_said(map) > program_bytes);
  BOOST_CHECK_NO_THROW(map(least_said(map)));
  BOOST_CHECK_THROW(map(least_said(map) - (2 << 20)), BudgetError);
  BOOST_CHECK_NO_THROW(lists(least_said(lists)));
  BOOST_CHECK_THROW(lists(least_said(lists) - (2 << 20)), BudgetError);
}

BOOST_AUTO_TEST_SUITE_END()
