import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { queryClient } from '../drafts/queries'
import { draftPattern, homeRoute, reviewPattern, rulesRoute } from '../parts/routes'
import { FailureScreen } from './FailureScreen'
import { StorageGate } from './StorageGate'
import '../ui/tokens.css'

const Home = lazy(() => import('../screens/home/Home').then((module) => ({ default: module.Home })))
const Editor = lazy(() => import('../screens/editor/Editor').then((module) => ({ default: module.Editor })))
const Review = lazy(() => import('../screens/review/Review').then((module) => ({ default: module.Review })))
const Rules = lazy(() => import('../screens/rules/Rules').then((module) => ({ default: module.Rules })))

/** Providers, routes, and the screen for what should not happen. */
export const App = () => (
  <FailureScreen>
    <QueryClientProvider client={queryClient}>
      <Router hook={useHashLocation}>
        <StorageGate>
          <Suspense fallback={null}>
            <Switch>
              <Route path={homeRoute} component={Home} />
              <Route path={rulesRoute} component={Rules} />
              <Route path={reviewPattern} component={Review} />
              <Route path={draftPattern} component={Editor} />
              <Route>
                <Redirect href={homeRoute} replace />
              </Route>
            </Switch>
          </Suspense>
        </StorageGate>
      </Router>
    </QueryClientProvider>
  </FailureScreen>
)
