#include <cstdio>
#include <models/atmosphere/stability.hpp>
#include <models/base/version.hpp>

int main() {
  const auto stability = sise::stability_from("D-E");
  if (!stability || sise::name_of(*stability) != "D-E" || sise::version().empty()) return 1;
  std::puts("sise::models works by itself");
}
