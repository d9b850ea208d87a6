#include <core/grid/grid_spec.hpp>
#include <core/study/target.hpp>
#include <cstdio>
#include <gis_io/environment.hpp>

int main() {
  sise::initialise_gis();
  if (sise::target_class_from("重要防护目标") != sise::TargetClass::important) return 1;
  std::puts("sise::gis_io works from an installed copy");
}
