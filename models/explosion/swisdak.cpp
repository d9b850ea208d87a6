#include "models/explosion/swisdak.hpp"

namespace sise {
namespace {

// Branches {outer edge, u0, u1, coefficients A..G}; ln of kSwisdakPa, kSwisdakPa ms/kg^(1/3), ms/kg^(1/3) and km/s.
constexpr std::array<LogPolynomialBranch, 3> kOverpressure{
    {{2.9, 0.0, 1.0, {7.2106, -2.1069, -0.3229, 0.1117, 0.0685}},
     {23.8, 0.0, 1.0, {7.5938, -3.0523, 0.40977, 0.0261, -0.01267}},
     {198.5, 0.0, 1.0, {6.0536, -1.4066}}}};
constexpr std::array<LogPolynomialBranch, 2> kReflectedOverpressure{
    {{2.0, 0.0, 1.0, {9.006, -2.6893, -0.6295, 0.1011, 0.29255, 0.13505, 0.019736}},
     {40.0, 0.0, 1.0, {8.8396, -1.733, -2.64, 2.293, -0.8232, 0.14247, -0.0099}}}};
constexpr std::array<LogPolynomialBranch, 2> kArrival{
    {{1.5, 0.0, 1.0, {-0.7604, 1.8058, 0.1257, -0.0437, -0.031, -0.00669}},
     {40.0, 0.0, 1.0, {-0.7137, 1.5732, 0.5561, -0.4213, 0.1054, -0.00929}}}};
constexpr std::array<LogPolynomialBranch, 3> kDuration{
    {{1.02, 0.0, 1.0, {0.5426, 3.2299, -1.5931, -5.9667, -4.0815, -0.9149}},
     {2.8, 0.0, 1.0, {0.544, 2.7082, -9.7354, 14.3425, -9.7791, 2.8535}},
     {40.0, 0.0, 1.0, {-2.4608, 7.1639, -5.6215, 2.2711, -0.44994, 0.03486}}}};
constexpr std::array<LogPolynomialBranch, 4> kImpulse{{{0.96, 0.0, 1.0, {5.522, 1.117, 0.6, -0.292, -0.087}},
                                                       {2.38, 0.0, 1.0, {5.465, -0.308, -1.464, 1.362, -0.432}},
                                                       {33.7, 0.0, 1.0, {5.2749, -0.4677, -0.2499, 0.0588, -0.00554}},
                                                       {158.7, 0.0, 1.0, {5.9825, -1.062}}}};
constexpr std::array<LogPolynomialBranch, 1> kReflectedImpulse{{{40.0, 0.0, 1.0, {6.7853, -1.3466, 0.101, -0.01123}}}};
constexpr std::array<LogPolynomialBranch, 2> kShockSpeed{
    {{1.5, 0.0, 1.0, {0.1794, -0.956, -0.0866, 0.109, 0.0699, 0.01218}},
     {40.0, 0.0, 1.0, {0.2597, -1.326, 0.3767, 0.0396, -0.0351, 0.00432}}}};

constexpr double kZMin = 0.2;
constexpr double kSwisdakPa = 1e3;
constexpr double kSwisdakPaMs = 1.0;
constexpr double kSwisdakMs = 1e-3;
constexpr double kKmPerS = 1e3;
constexpr auto kNaturalBase = LogPolynomial::Base::natural;

constexpr LogPolynomial kOverpressureFit{kNaturalBase, kZMin, kOverpressure, kSwisdakPa};
constexpr LogPolynomial kReflectedOverpressureFit{kNaturalBase, kZMin, kReflectedOverpressure, kSwisdakPa};
constexpr LogPolynomial kImpulseFit{kNaturalBase, kZMin, kImpulse, kSwisdakPaMs};
constexpr LogPolynomial kReflectedImpulseFit{kNaturalBase, kZMin, kReflectedImpulse, kSwisdakPaMs};
constexpr LogPolynomial kArrivalFit{kNaturalBase, kZMin, kArrival, kSwisdakMs};
constexpr LogPolynomial kDurationFit{kNaturalBase, kZMin, kDuration, kSwisdakMs};
constexpr LogPolynomial kShockSpeedFit{kNaturalBase, kZMin, kShockSpeed, kKmPerS};

}  // namespace

const LogPolynomial* swisdak_fit(BlastQuantity quantity) {
  switch (quantity) {
    case BlastQuantity::overpressure:
      return &kOverpressureFit;
    case BlastQuantity::reflected_overpressure:
      return &kReflectedOverpressureFit;
    case BlastQuantity::impulse:
      return &kImpulseFit;
    case BlastQuantity::reflected_impulse:
      return &kReflectedImpulseFit;
    case BlastQuantity::arrival:
      return &kArrivalFit;
    case BlastQuantity::duration:
      return &kDurationFit;
    case BlastQuantity::shock_speed:
      return &kShockSpeedFit;
    case BlastQuantity::dynamic_pressure:
      break;
  }
  return nullptr;
}

}  // namespace sise
