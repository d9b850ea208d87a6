// Individual risk: kernels per second, and stamped cells per second beside what the memory could do.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/grid/raster.hpp"
#include "core/kernels/probit_panels.hpp"
#include "core/risk/risk_model.hpp"
#include "models/numeric/vector_math.hpp"

namespace {

using namespace sise;

WindRose rose_of(int sectors) {
  const std::vector<WindRoseRow> airs{{std::nullopt, Stability::A, 1.6, 0.05}, {std::nullopt, Stability::B, 2.1, 0.12},
                                      {std::nullopt, Stability::C, 3.3, 0.18}, {std::nullopt, Stability::D, 4.2, 0.40},
                                      {std::nullopt, Stability::E, 2.6, 0.13}, {std::nullopt, Stability::F, 1.6, 0.12}};
  WindRose rose;
  for (const WindRoseRow& air : airs) {
    for (int k = 0; k < sectors; ++k) {
      WindRoseRow row = air;
      row.from_deg = k * 360.0 / sectors;
      row.frequency = air.frequency * (1.0 + 0.5 * std::cos(6.2831853 * k / sectors)) / sectors;
      rose.rows.push_back(row);
    }
  }
  return rose;
}

/// 60 units with 200 scenarios over 20 km by 25 km: leaks, ruptures and a few explosions.
RiskInputs district(int sectors) {
  const std::vector<ToxicProbit> probits{{-6.35, 0.5, 2.75}, {-15.6, 1.0, 2.0}, {-37.3, 3.69, 1.0}, {-11.5, 1.0, 1.9}};
  RiskInputs inputs;
  inputs.rose = rose_of(sectors);
  inputs.harm.toxic_exposure_cap_s = 1800.0;
  inputs.harm.lethal_overpressure_pa = 30000.0;
  int scenarios = 0;
  for (int u = 0; u < 60; ++u) {
    RiskUnit unit;
    unit.id = std::to_string(u);
    unit.source = {std::fmod(7919.0 * u, 20000.0), std::fmod(6007.0 * u, 25000.0)};
    for (int c = 0; c < 4 && scenarios < 200; ++c, ++scenarios) {
      RiskCase one;
      one.frequency_per_year = 1e-4 * std::pow(0.1, c);
      if (u % 6 == 5) {
        one.effects.emplace_back(BlastEvent{500.0 * (c + 1)});
      } else {
        one.toxic =
            ToxicRelease{0.05 * std::pow(5.0, c), 1200.0, 1.0 + u % 3, probits[static_cast<std::size_t>(u % 4)]};
      }
      unit.cases.push_back(one);
    }
    inputs.units.push_back(unit);
  }
  return inputs;
}

GridSpec grid() {
  GridSpec spec;
  spec.y_max = 25000.0;
  spec.cell_m = 10.0;
  spec.columns = 2800;
  spec.rows = 2500;
  return spec;
}

void kernels(benchmark::State& state) {
  const RiskInputs inputs = district(static_cast<int>(state.range(0)));
  const KernelBuilder builder(inputs);
  for (auto _ : state) {
    for (std::size_t u = 0; u < 5; ++u) {
      benchmark::DoNotOptimize(builder.build(inputs.units[u]));
    }
  }
  state.counters["kernels/s"] = benchmark::Counter(5.0, benchmark::Counter::kIsIterationInvariantRate);
}

/// One unit with one scenario of a kind, in the six weathers of the rose.
void effect_kernel(benchmark::State& state, const EffectEvent& event) {
  RiskInputs inputs = district(16);
  inputs.harm.lethal_radiation_w_m2 = 37500.0;
  inputs.harm.thermal_exposure_cap_s = 20.0;
  inputs.harm.thermal_probit_a = -36.38;
  inputs.harm.thermal_probit_b = 2.56;
  RiskCase one;
  one.frequency_per_year = 1e-5;
  one.effects.push_back(event);
  inputs.units.front().cases = {one};
  const RiskUnit& unit = inputs.units.front();
  std::shared_ptr<const UnitKernel> kernel;
  for (auto _ : state) {
    kernel = KernelBuilder(inputs).build(unit);  // a builder of its own: nothing is shared with the last one
    benchmark::DoNotOptimize(kernel);
  }
  state.counters["reach_m"] = kernel->reach_m();
  state.counters["kernel_MB"] = static_cast<double>(kernel->bytes()) / 1e6;
}

const FlammableRelease propane{20.0, 1800.0, 1.0, 0.038, 0.18};
constexpr double kPropaneHeat_J_kg = 46.35e6;

/// The whole district after its kernels are there: the cost may not depend on the rose.
void stamping(benchmark::State& state) {
  const RiskModel model(district(static_cast<int>(state.range(0))));
  model.build_kernels(nullptr);
  const std::vector<PlacedKernel> kernels = model.placed(model.all_units());
  const GridSpec spec = grid();
  for (auto _ : state) {
    RiskTree tree(spec, 0, spec.rows, false, RiskScale());
    tree.stamp(kernels, nullptr);
    tree.settle(nullptr);
    benchmark::DoNotOptimize(tree);
  }
  const double pairs = static_cast<double>(spec.cells()) * static_cast<double>(model.unit_count());
  state.counters["cells_times_units/s"] = benchmark::Counter(pairs, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["kernel_MB"] = static_cast<double>(model.kernels().held_bytes()) / 1e6;
}

/// What memory alone would allow: reading and writing every cell once per unit.
void memory_bound(benchmark::State& state) {
  const GridSpec spec = grid();
  Raster<double> raster(spec.columns, spec.rows, 1.0);
  for (auto _ : state) {
    for (double& value : raster.data()) value += 1e-9;
    benchmark::ClobberMemory();
  }
  state.counters["cells/s"] =
      benchmark::Counter(static_cast<double>(spec.cells()), benchmark::Counter::kIsIterationInvariantRate);
}

/// What this machine does at most of what kernels are made of: normal distributions (panel means), and exponentials.
void bound_normal(benchmark::State& state) {
  std::vector<float> levels;
  for (int i = 0; i <= 4096; ++i) levels.push_back(5.0F - 0.003F * static_cast<float>(i));
  std::vector<double> sums(4096, 0.0);
  for (auto _ : state) {
    add_panel_means(levels, 0.0, 1.0, 1.0, {}, sums);
    benchmark::ClobberMemory();
  }
  state.counters["panels/s"] = benchmark::Counter(4096.0, benchmark::Counter::kIsIterationInvariantRate);
}

void bound_exponential(benchmark::State& state) {
  std::vector<double> x(4096, -3.7);
  std::vector<double> out(4096);
  for (auto _ : state) {
    exp_of(x, out);
    benchmark::ClobberMemory();
  }
  state.counters["exp/s"] = benchmark::Counter(4096.0, benchmark::Counter::kIsIterationInvariantRate);
}

void whole_district(benchmark::State& state) {
  const GridSpec spec = grid();
  for (auto _ : state) {
    const RiskModel model(district(16));
    Raster<double> raster(spec.columns, spec.rows);
    model.accumulate_rows(spec, 0, spec.rows, raster.view());
    benchmark::DoNotOptimize(raster.data().data());
  }
}

BENCHMARK(kernels)->Arg(16)->Arg(36)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(effect_kernel, fireball,
                  FireballEvent{
                      {.mass_kg = 5000.0, .heat_of_combustion_J_kg = kPropaneHeat_J_kg, .radiative_fraction = 0.35}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(effect_kernel, pool_fire, PoolFireEvent{{.diameter_m = 20.0, .burning_rate_kg_m2_s = 0.055}, 1800.0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(effect_kernel, jet_fire,
                  JetFireEvent{{.rate_kg_s = 8.0,
                                .jet_velocity_m_s = 500.0,
                                .jet_angle_deg = 0.0,
                                .height_m = 1.0,
                                .molar_mass_kg_mol = 0.0441,
                                .heat_of_combustion_J_kg = kPropaneHeat_J_kg,
                                .jet_density_kg_m3 = 2.3},
                               {},
                               1800.0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(effect_kernel, flash_fire, FlashFireEvent{propane})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();
BENCHMARK_CAPTURE(effect_kernel, cloud_explosion,
                  CloudExplosionEvent{
                      .release = propane, .heat_of_combustion_J_kg = kPropaneHeat_J_kg, .blast_class = 7})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();
BENCHMARK(stamping)->Arg(8)->Arg(36)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();
BENCHMARK(bound_normal);
BENCHMARK(bound_exponential);
BENCHMARK(memory_bound)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(whole_district)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

}  // namespace

BENCHMARK_MAIN();
